"""Visits tried month by month: tried, seen, nobody in, led to action. An attempt is not a visit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from boardtui.core.words.days import MONTH_NAMES
from boardtui.core.words.wording import share_text, signed, value_text
from boardtui.panels.bar_table import NOTHING, BarColumn
from boardtui.panels.breakdown.said import told
from boardtui.panels.cards.bars import Row as Bar
from boardtui.panels.cards.bars import barred
from boardtui.panels.cards.card import Card, Headline, Way
from boardtui.panels.cards.digits import can_draw
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.headline import room_beside
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.visits import latest_month, month_of
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.series.series import Series
from boardtui.panels.text import Line, Role, chunk, clipped, line_width
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

TRIED, SEEN, NOT_IN, ACTION = "visits_attempted", "visits_seen", "visits_not_in", "visits_action"

NAMES = {TRIED: "tried", SEEN: "seen", NOT_IN: "not in", ACTION: "led to action"}

SHARES = {SEEN: "of tried", NOT_IN: "of tried", ACTION: "of seen"}
"""What each is a share of."""


class Month(Struct, frozen=True):
    """A month of visits, with what is known of it by the measures' names; each may be missing."""

    first: date
    figures: dict[str, ComparedFigure]

    @property
    def partial(self) -> str:
        """What of it is known, where that is not the whole month."""
        return next((one.figure.partial for one in self.figures.values() if one.figure.partial), "")


def months_of(review: Review) -> list[Month]:
    """The months of which anything is known, oldest first; of several figures the one chosen."""
    found: dict[date, dict[str, ComparedFigure]] = {}
    for name in NAMES:
        for one in review.figures(name):
            if one.figure.period_start:
                found.setdefault(month_of(one.figure), {}).setdefault(name, one)
    return [Month(first, figures) for first, figures in sorted(found.items())]


def by_month(review: Review) -> Series[Month] | None:
    """Visits by month; None where nothing is known of any month."""
    months = months_of(review)
    if not months:
        return None
    return Series(
        crumb="Board › Visits tried › by month",
        begin=next((month for month in months if month.first == latest_month(review)), months[-1]),
        every="month",
        rows=months,
        columns=list(_columns()),
        name=lambda month: month.partial or f"{_month(month)[:3]} {month.first.year}",
        subjects=lambda month: list(month.figures.values()),
        statement=lambda width, digits: _statement(review, months, width, digits),
        under=_under,
    )


def _month(month: Month) -> str:
    return MONTH_NAMES[month.first.month - 1]


def _name(month: Month) -> str:
    return f"{_month(month)} {month.first.year}"


def _columns() -> Iterator[BarColumn[Month]]:
    for need, (name, words) in enumerate(NAMES.items()):
        yield BarColumn(name, words, _text(name), _number(name), need, bar=Role.BAR)
        if name in SHARES:
            head = SHARES[name]
            yield BarColumn(
                f"{name}_share", head, _share_text(name), _share(name), need + 1, Role.QUIET
            )


def _text(name: str) -> Callable[[Month], str]:
    def text(month: Month) -> str:
        one = month.figures.get(name)
        return value_text(one.figure) if one else NOTHING

    return text


def _number(name: str) -> Callable[[Month], float | None]:
    def number(month: Month) -> float | None:
        one = month.figures.get(name)
        return one.figure.value if one else None

    return number


def _share_text(name: str) -> Callable[[Month], str]:
    def text(month: Month) -> str:
        one = month.figures.get(name)
        return share_text(one.share.interval) if one and one.share else NOTHING

    return text


def _share(name: str) -> Callable[[Month], float | None]:
    def share(month: Month) -> float | None:
        one = month.figures.get(name)
        return one.share.value if one and one.share else None

    return share


def _statement(review: Review, months: list[Month], width: int, digits: int) -> list[Line]:
    """The latest whole month: tried, how that changed, and what came of them."""
    first = latest_month(review)
    here = next((month for month in months if month.first == first), months[-1])
    tried = here.figures.get(TRIED)
    if tried is None:
        return [line(strong(f"visits of {_name(here)}"))]
    what = line(strong("visits tried"), label(f" in {_name(here)}"))
    change, came = _change(months, here), _came_of(here)
    before, value = split_hedge(tried.figure)
    beside = [(*what, *line(f"   {change}")), *came] if change else [what, *came]
    under = [told for told in (what, line(change), *came) if line_width(told)]
    for notes in (beside, under[:digits]) if digits and can_draw(value) else ():
        room = room_beside(value, before, width, digits)
        if len(notes) <= digits and all(line_width(note) <= room for note in notes):
            way = Way(((), *notes) if len(notes) < digits else tuple(notes))
            return fitted(
                Card(Headline("", value, tried, before, (way,)), ()), width, digits, digits
            )
    lead = chunk(strong(f"{value_text(tried.figure)} "), subject=tried)
    lines = [(lead, *what), line(label(change)), *came[:1]]
    return [clipped(each, width) for each in lines if line_width(each)]


def _change(months: list[Month], here: Month) -> str:
    """The change on the month before, where both are whole and were counted."""
    place = months.index(here)
    last = months[place - 1] if place else None
    both = [month.figures.get(TRIED) for month in (last, here) if month]
    if last is None or last.partial or here.partial or len(both) < 2:
        return ""
    then, now = (one.figure if one else None for one in both)
    if then is None or now is None or then.source or now.source:
        return ""
    if then.value is None or now.value is None:
        return ""
    return f"{signed(now.value - then.value)} on {_name(last)}"


def _came_of(month: Month) -> list[Line]:
    """What came of a month's visits, each with its share."""
    lines = []
    for name, words in NAMES.items():
        one = month.figures.get(name)
        if name == TRIED or one is None or not one.figure.given:
            continue
        share = f"{share_text(one.share.interval)} {SHARES[name]}" if one.share else ""
        told_share = label(f", {share}") if share else ""
        lines.append(line(value_text(one.figure), label(f" {words}"), told_share, subject=one))
    return lines


def _under(month: Month, width: int) -> list[list[Line]]:
    """A month as bars, and what is to be known of it: which part was counted, what was said."""
    lines = [line(strong(_name(month)))]
    if month.partial:
        lines = [line(strong(_name(month)), label(", not a whole month: only "), month.partial)]
    parts = [[*lines, *barred(list(_bars(month)), width, gap=2)]]
    for name, one in month.figures.items():
        figures = (one.figure, *one.others)
        if any(figure.source for figure in figures):
            parts += [told(NAMES[name], figure, width) for figure in figures]
    return parts


def _bars(month: Month) -> Iterator[Bar]:
    """What was tried and what came of it, on one scale, each with its share."""
    for name, words in NAMES.items():
        one = month.figures.get(name)
        if one is not None and one.figure.given:
            cells = (chunk(label(words)), chunk(value_text(one.figure), subject=one))
            share = f"{share_text(one.share.interval)} {SHARES[name]}" if one.share else ""
            yield Bar(cells, one.figure.value, end=chunk(label(share)))
