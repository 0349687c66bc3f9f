"""The visits of each month as a table: how many were tried, in how many somebody was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from boardtui.core.figure.figure import Figure
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels.choices import speaker
from boardtui.panels.compare.blocks import Cell, Table, TableRow
from boardtui.panels.compare.entry import NOTHING
from boardtui.panels.phrases import base_words, when
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.compared import ComparedFigure

HEADS = {
    "visits_attempted": "tried",
    "visits_seen": "seen",
    "visits_action": "led to action",
    "visits_not_in": "nobody in",
}

BASES = {"visits_seen": "tried", "visits_action": "seen", "visits_not_in": "tried"}
"""What a share of each is of: the number of the same row."""

Key = tuple[bool, date, str, int, date]
"""Whether it is of now, the end of its period, who gave it, which of several, and the start."""

Month = dict[str, ComparedFigure]
"""The figures of a row by their measures."""


def months_table(section: str, rows: Iterable[Aligned]) -> Table | None:
    """The rows of the measures by month, each given on one side alone, as a table; None of none."""
    found: dict[Key, Month] = {}
    for row in rows:
        if (one := row.now or row.alone) is not None:
            now, count = row.now is not None, 0
            while row.measure.name in found.get(_key(one.figure, now, count), {}):
                count += 1
            found.setdefault(_key(one.figure, now, count), {})[row.measure.name] = one
    names = [name for name in HEADS if any(name in month for month in found.values())]
    shared = {name for month in found.values() for name, one in month.items() if one.share}
    heads = [
        head
        for name in names
        for head in (HEADS[name], *([f"of {BASES[name]}"] if name in shared else []))
    ]
    return Table(section, tuple(heads), tuple(_rows(found, names, shared))) if found else None


def _key(figure: Figure, now: bool, count: int) -> Key:
    who = "" if figure.source is None else speaker(figure)
    return now, figure.as_at, who, count, figure.period_start or figure.as_at


def _rows(found: Mapping[Key, Month], names: Sequence[str], shared: set[str]) -> Iterator[TableRow]:
    sides = {key[0] for key in found}
    told: bool | None = None
    for key, month in sorted(found.items(), key=lambda item: item[0]):
        if len(sides) > 1 and told is not key[0]:
            yield TableRow("now" if key[0] else "then")
            told = key[0]
        figure = next(iter(month.values())).figure
        who = f", {speaker(figure)}" if figure.source is not None else ""
        cells = (cell for name in names for cell in _cells(month.get(name), name in shared))
        notes = (f"not a whole month: {figure.partial}",) if figure.partial else ()
        yield TableRow(f"{when(figure)}{who}", tuple(cells), notes)


def _cells(one: ComparedFigure | None, shared: bool) -> Iterator[Cell]:
    yield Cell(value_text(one.figure), one) if one else Cell(NOTHING, quiet=True)
    if shared:
        yield Cell(_share(one) if one else "", quiet=True)


def _share(one: ComparedFigure) -> str:
    """A share of the number in the same row; of another base, with its name."""
    if one.share is None:
        return ""
    base = base_words(one.share.of)
    other = "" if base == BASES[one.measure.name] else f" of {base}"
    return share_text(one.share.interval) + other
