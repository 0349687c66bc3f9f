"""A trend as a series: its statement, its table beneath the picture, and its marked month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from boardtui.core.measures.units import PEOPLE
from boardtui.core.trend.convention import CONVENTION
from boardtui.core.trend.point import Gap, Point
from boardtui.core.trend.rules import RULES
from boardtui.core.trend.telling import point_text, sentences
from boardtui.core.trend.trend import Kind, Run, Slot, Trend, value_of
from boardtui.core.words.days import day_text, month_text
from boardtui.core.words.wording import NOT_KNOWN, signed, value_number
from boardtui.panels.bar_table import BarColumn
from boardtui.panels.cards.card import Card, Headline, Way
from boardtui.panels.cards.digits import can_draw
from boardtui.panels.cards.fit import fitted
from boardtui.panels.cards.headline import room_beside
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.series.series import Series
from boardtui.panels.text import Line, Role, clipped, line_width, wrapped
from boardtui.panels.trend.chart import GAP, SAID, WITHHELD, chart
from boardtui.review.trend.trends import Told

FLAG_WORDS = {"outside": "outside", "shift": "shift", "trend": "trend", "two_of_three": "2 of 3"}
"""The rules in a table's cell."""


class Month(Struct, frozen=True):
    """A month of a trend, or a published day: its slot, its run, and why it is flagged."""

    slot: Slot
    of: Trend
    place: int
    before: float | None
    run: Run | None

    @property
    def name(self) -> str:
        return day_text(self.slot.slot) if self.published else month_text(self.slot.slot)

    @property
    def published(self) -> bool:
        return self.of.kind is Kind.PUBLISHED

    @property
    def value(self) -> float | None:
        return value_of(self.slot)

    @property
    def text(self) -> str:
        """Its value, its mark, or that there is none; why stands beneath the table."""
        if isinstance(self.slot, Gap):
            return GAP
        known = self.slot.known or self.slot.suppressed
        return point_text(self.slot) if known else NOT_KNOWN

    @property
    def flagged(self) -> str:
        return ", ".join(FLAG_WORDS[rule] for rule in self.of.flags[self.place])


def months_of(told: Told) -> list[Month]:
    """The rows of the table: months oldest first, and what was published of the same."""
    trend = told.trend
    befores = [None, *(value_of(slot) for slot in trend.slots[:-1])]
    rows = [
        Month(slot, trend, place, before, trend.run_of(place))
        for place, (slot, before) in enumerate(zip(trend.slots, befores, strict=True))
    ]
    said = [Month(slot, told.said, place, None, None) for place, slot in enumerate(told.said.slots)]
    return sorted([*rows, *said], key=lambda month: (month.slot.slot, month.published))


def trend_series(told: Told, note: str = "") -> Series[Month]:
    """The series of a trend, with its picture; a `note` is to be borne in mind of all of it."""
    rows = months_of(told)
    known = [row for row in rows if row.of is told.trend and row.value is not None]
    return Series(
        crumb=f"Board › {told.asked.title} › over months",
        every="day" if told.trend.kind is Kind.PUBLISHED else "month",
        rows=rows,
        columns=list(_columns(told)),
        name=lambda month: month.name,
        subjects=lambda month: [],
        begin=known[-1] if known else rows[-1],
        statement=lambda width, digits: _statement(told, width, digits, note),
        under=lambda month, width: _under(told, month, width),
        picture=lambda width, height: chart(told, width, height),
    )


def _columns(told: Told) -> Iterator[BarColumn[Month]]:
    unit = told.asked.unit
    yield BarColumn("value", unit, lambda month: month.text, lambda m: m.value, 0, bar=Role.BAR)
    if told.trend.kind is not Kind.PUBLISHED:
        yield BarColumn("change", "on the month before", _change_text, _change, 2)
    if told.trend.kind is Kind.FLOW:
        yield BarColumn("flagged", "flagged", lambda m: m.flagged, _flags, 1, Role.STRONG)
        yield BarColumn("limits", "limits", _limits_text, _upper, 3, Role.QUIET)
    if told.trend.kind is Kind.PUBLISHED or told.said.slots:
        yield BarColumn("said", "said by", _said_by, lambda month: None, 4, Role.QUIET)


def _change(month: Month) -> float | None:
    """The change on the month before, where both are known and on one ground."""
    begins = month.run is not None and month.place == month.run.places[0]
    if month.value is None or month.before is None or begins or month.published:
        return None
    return month.value - month.before


def _change_text(month: Month) -> str:
    change = _change(month)
    return signed(change) if change is not None else ""


def _flags(month: Month) -> float | None:
    return float(len(month.of.flags[month.place])) or None


def _limits_text(month: Month) -> str:
    run = month.run
    if run is None or run.limits is None or run.lower is None:
        return "too few" if run is not None else ""
    return f"{value_number(run.lower)} to {value_number(run.limits.upper)}"


def _upper(month: Month) -> float | None:
    return month.run.upper if month.run is not None else None


def _said_by(month: Month) -> str:
    slot = month.slot
    return (slot.ground.source or "") if isinstance(slot, Point) else ""


def _statement(told: Told, width: int, digits: int, note: str) -> list[Line]:
    """The latest month large, with its name; then what is flagged, or why nothing is."""
    last = told.trend.last
    if last is None:
        return [line(strong(told.asked.title)), line(label("nothing of it may be shown"))]
    unit = "" if told.asked.unit == PEOPLE else f" {told.asked.unit}"
    when = day_text(last.as_at) if told.trend.kind is Kind.PUBLISHED else month_text(last.slot)
    what = line(strong(told.asked.title), label(f"{unit} in {when}"))
    if told.asked.kind is Kind.STOCK or told.trend.kind is Kind.PUBLISHED:
        what = line(strong(told.asked.title), label(f"{unit}, {when}"))
    notes = [*filter(None, [note]), *sentences(told.trend)]
    value = value_number(last.value) if last.value is not None and not last.written else ""
    room = room_beside(value, "", width, digits) if digits and can_draw(value) else 0
    if room:
        beside = [what, *_fitting(notes, room, digits - 1)]
        if all(line_width(each) <= room for each in beside):
            card = Card(Headline("", value, ways=(Way(tuple(beside)),)), ())
            return fitted(card, width, digits, digits)
    lead = line(strong(f"{point_text(last)} "))
    return [clipped((*lead, *what), width), *_fitting(notes, width, 2)]


def _fitting(notes: list[str], width: int, rows: int) -> list[Line]:
    """As many whole sentences as have room, the first ones first."""
    found: list[Line] = []
    for note in notes:
        told = wrapped(line(label(note)), width, gap=0)
        if len(found) + len(told) > rows:
            break
        found += told
    return found


def _under(told: Told, month: Month, width: int) -> list[list[Line]]:
    """What is to be known of the marked month: why it is flagged, or a gap, or a break."""
    slot, parts = month.slot, [line(strong(month.name))]
    if isinstance(slot, Gap):
        parts += _words(f"a gap: {slot.why}", width)
    else:
        parts += _words(f"{told.asked.title}: {point_text(slot)}", width)
    for rule in month.of.flags[month.place]:
        parts += _words(RULES[rule], width)
    if month.run is not None and month.run.why and month.place == month.run.places[0]:
        parts += _words(f"a break: {month.run.why}", width)
    if isinstance(slot, Point) and slot.ground.source:
        parts += _words(f"said by {slot.ground.source}", width)
    rest = [*sentences(told.trend)]
    if told.trend.kind is Kind.FLOW:
        rest.append(f"Convention: {CONVENTION}.")
    return [parts, [each for note in rest for each in _words(note, width)], _key(told, width)]


def _words(text: str, width: int) -> list[Line]:
    return wrapped(line(label(text)), width)


def _key(told: Told, width: int) -> list[Line]:
    """What the signs of the picture mean, of those that are in it."""
    hidden = any(point.suppressed and not point.known for point, _ in told.trend.points)
    signs: Mapping[str, bool] = {
        "◆ a month that is flagged": any(told.trend.flags),
        f"{SAID} published": bool(told.said.slots),
        f"{WITHHELD} hidden": hidden,
    }
    told_signs = [text for text, there in signs.items() if there]
    return _words("   ".join(told_signs), width) if told_signs else []
