"""The events of one case on a line of time: how long nothing happened is seen, not worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from boardtui.core.history.history import Event
from boardtui.panels.cards.words import label
from boardtui.panels.case_history import MARKS
from boardtui.panels.text import Line, Role, Span, chunk

NOW = "now"
"""What stands above the day that the screen is of."""

YEAR = 6
"""The cells that the name of a year takes, with the blank after it."""


def axis_lines(events: Sequence[Event], day: date, current: int, width: int) -> list[Line]:
    """The events by their days, the current one in the accent, with the day looked at and years.

    Nothing where all of them, and that day, are the same.
    """
    days = [day, *(event.day for event in events)]
    first, last = min(days), max(days)
    if first == last or width < len(events) + YEAR:
        return []

    def at(when: date) -> int:
        return round((when - first).days / (last - first).days * (width - 1))

    marks: dict[int, Span] = {}
    for place, event in enumerate(events):
        role = Role.KEY if place == current else Role.TEXT
        marks[_free(marks, at(event.day), width)] = Span(MARKS[event.kind], role)
    here = min(at(day), width - len(NOW))
    years = {at(date(year, 1, 1)): str(year) for year in range(first.year + 1, last.year + 1)}
    return [
        (chunk(" " * here, label(NOW)),),
        (chunk(*_drawn(marks, width)),),
        (chunk(label(_labels(years, width))),),
    ]


def _free(marks: dict[int, Span], wanted: int, width: int) -> int:
    """The cell nearest to the one wanted that no mark stands in, the later of two."""
    cells = (cell for cell in range(width) if cell not in marks)
    return min(cells, key=lambda cell: (abs(cell - wanted), -cell))


def _drawn(marks: dict[int, Span], width: int) -> Iterator[Span]:
    """The line with its marks in place."""
    done = 0
    for cell, mark in sorted(marks.items()):
        yield Span("─" * (cell - done), Role.BORDER)
        yield mark
        done = cell + 1
    yield Span("─" * (width - done), Role.BORDER)


def _labels(years: dict[int, str], width: int) -> str:
    """The years, each where it begins, as many as have room."""
    text = ""
    for cell, year in sorted(years.items()):
        if cell + len(year) <= width and (not text or cell >= len(text) + YEAR - len(year)):
            text = f"{text:<{cell}}{year}"
    return text
