"""Arithmetic of calendar days, and how days are written for a reader."""

from __future__ import annotations

from datetime import date, timedelta


def months_between(earlier: date, later: date) -> int:
    """Complete months from one day to a later one: 15 May to 17 Jan is 8, 31 Aug to 29 Feb is 5."""
    months = 12 * (later.year - earlier.year) + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def month_start(day: date) -> date:
    return day.replace(day=1)


def month_end(day: date) -> date:
    return next_month(day) - timedelta(days=1)


def next_month(day: date) -> date:
    """The first day of the month after the day's."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def twelve_months_before(day: date) -> date:
    """The same day a year earlier; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def day_text(day: date) -> str:
    """A day as the board writes it: 17 Jan 2024, in any locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def stated_day(day: date, stated: str | None) -> str:
    """A day as it was stated ("March 2023"); with the day itself where the words name none."""
    if stated is None:
        return day_text(day)
    return stated if any(char.isdigit() for char in stated) else f"{day_text(day)}, “{stated}”"


def month_text(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
