"""One case as plain text: what its last record says, then its timeline, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from boardtui.core.criterion.criterion import Row, holds
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.history.history import Event, EventKind, History, recorded
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import days_text
from boardtui.panels import cells
from boardtui.panels.cards.words import joined, label, line, strong
from boardtui.panels.table import Column, cell, row_line
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    chunk,
    clipped,
    columns,
    fit,
    line_width,
    quiet,
    space,
    wrapped,
)

MARKS = {
    EventKind.SEEN: "●",
    EventKind.TRIED: "○",
    EventKind.ASSESSED: "◆",
    EventKind.DUE: "▷",
    EventKind.CHANGED: "~",
    EventKind.MOVED: "!",
    EventKind.REGISTER: "│",
}

MEANT = ("● seen", "○ tried", "◆ assessed", "▷ due", "~ changed", "! due date moved, not seen")
"""What the marks mean."""

APART = 2
"""Blank cells more between who it is and where things stand, side by side."""

COLUMNS = (Column("day", "", 11, right=True), Column("mark", "", 1), Column("what", "", 0))


def legend(width: int) -> Line:
    """What the marks of the timeline mean: as many as have room."""
    return joined((chunk(label(each)) for each in MEANT), width, "  ")


def facts(history: History, definition: Definition, width: int) -> list[Line]:
    """Who it is and where things stand: risk, unit, officer, and what is owed and was done when."""
    if not history.records:
        return [line(strong(history.case_ref)), line(label("not in any snapshot"))]
    day, row = history.records[-1]
    title = line(strong(history.case_ref), label(f"   by the records of {day_text(day)}"))
    if line_width(title) > width:
        title = line(strong(history.case_ref), label(f"  records of {day_text(day)}"))
    who, owed = _who(row), _owed(row, day, definition, before=True)
    blank = (chunk(""), chunk(""))
    rows: Sequence[Sequence[Chunk]] = [
        (*left, space(APART), *right) for left, right in zip_longest(who, owed, fillvalue=blank)
    ]
    if not fit(rows, width):
        rows = [*who, *owed]
    if not fit(rows, width):
        rows = [*who, *_owed(row, day, definition, before=False)]
    return [clipped(each, width) for each in (title, *columns(rows, frozenset(), width))]


def _who(row: Row) -> list[tuple[Chunk, Chunk]]:
    risk = slice_title("risk_level", _text(row["risk_level"]))
    status = recorded(row["status"])
    if row["management"] and row["status"] == "community":
        status += f", {recorded(row['management'])} management"
    mappa = (_text(row["mappa_category"]), _text(row["mappa_level"]))
    names = ("category", "level")
    told = ", ".join(f"{name} {value}" for name, value in zip(names, mappa, strict=True) if value)
    facts = [
        ("risk", f"{risk}, by {row['risk_tool']}" if row["risk_tool"] else risk),
        ("unit", recorded(row["unit"])),
        ("officer", recorded(row["officer_ref"])),
        ("status", status),
    ]
    facts += [("MAPPA", told)] if told else []
    return [(chunk(quiet(name)), chunk(value)) for name, value in facts]


DONE = ((VISITS, "last_seen", "seen"), (ASSESSMENTS, "last_assessment", "assessed"))
"""What is owed, the column of when it was last done, and how that is called."""


def _owed(
    row: Row, day: date, definition: Definition, *, before: bool
) -> list[tuple[Chunk, Chunk]]:
    """The due dates with how late they are, and when it was last done; `before`: how long ago."""
    found: list[tuple[Chunk, Chunk]] = []
    for backlog, done, name in DONE:
        last = _done(row[done], day) if before else chunk(recorded(row[done]))
        found.append((chunk(quiet(f"{backlog.one} due")), _due(row, backlog, day, definition)))
        found.append((chunk(quiet(f"last {name}")), last))
    return found


def _due(row: Row, backlog: Backlog, day: date, definition: Definition) -> Chunk:
    due = row[backlog.due]
    text = recorded(due)
    if isinstance(due, date) and holds(backlog.overdue, row, day, definition):
        return chunk(f"{text}, ", strong(f"{days_text((day - due).days)} late"))
    return chunk(text)


def _done(value: object, day: date) -> Chunk:
    text = recorded(value)
    if isinstance(value, date):
        return chunk(text, label(f", {days_text((day - value).days)} before"))
    return chunk(text)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def event_columns(width: int) -> Sequence[Column]:
    """The columns of the timeline for a width."""
    day, mark, what = COLUMNS
    room = max(8, width - day.width - mark.width - what.gap - mark.gap)
    return day, mark, Column(what.name, what.head, room)


def event_line(event: Event, width: int, *, current: bool) -> Line:
    """An event: its day, its mark, and what it was; what was done stands out from what was told."""
    done = event.kind in (EventKind.SEEN, EventKind.ASSESSED, EventKind.MOVED)
    role = Role.STRONG if current else Role.TEXT if done else Role.QUIET
    day, mark, what = event_columns(width)
    row = (
        cell(day, day_text(event.day), Role.QUIET),
        cell(mark, MARKS[event.kind], Role.TEXT),
        cell(what, event.text, role),
    )
    return row_line((day, mark, what), row)


def in_full(event: Event, width: int) -> list[Line]:
    """An event of which the line is cut; nothing of another."""
    cut = cells.width(shown(event.text)) > event_columns(width)[-1].width
    return wrapped([chunk(label(event.text))], width) if cut else []


def state_words(history: History) -> Iterator[str]:
    """What the last record says, in plain words, for a copy."""
    if not history.records:
        yield "not in any snapshot"
        return
    day, row = history.records[-1]
    yield f"as at {day_text(day)}"
    for name, value in _who(row):
        yield f"{name.text}: {value.text}"
