"""Cases as text: what the list is, then a line for each case that reads by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.history.case import Case
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.panels.case_columns import ALWAYS, NOT_RECORDED, Column, case_columns, list_title
from boardtui.review.cases.cases import CaseList
from boardtui.review.cases.removed import removed_words
from boardtui.store.connection.database import Database


def lines(
    database: Database,
    found: CaseList,
    count: int,
    cases: Iterable[Case],
    notes: Iterable[str] = (),
) -> Iterator[str]:
    """The lines; no case is held."""
    selection = found.selection
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    plural = "" if count == 1 else "s"
    yield (
        f"{selection.force.name}{synthetic}, as at {day_text(found.day)}. "
        f"{list_title(found)} ({found.name}): {number_text(count)} case{plural}."
    )
    yield from notes
    if found.snapshot.left_out:
        left_out = number_text(found.snapshot.left_out)
        yield f"Rows refused at ingest, and not among these records: {left_out}."
    if removed := removed_words(database, found, count):
        yield f"{removed}."
    if not count:
        return
    yield ""
    columns = _columns(found)
    for case in cases:
        yield _line(columns, case)


def _columns(found: CaseList) -> list[Column]:
    """The columns of text: in one order for every list, what changed at the end."""
    named = {column.name: column for column in case_columns(found)}
    late = named.get("days_overdue")
    if late is not None:
        named[late.name] = replace(late, title="days overdue")
    changed = named.get("what_changed")
    if changed is not None:
        named[changed.name] = replace(changed, title="changed:")
    order = (*ALWAYS, found.backlog.due, *THEN)
    return [named[name] for name in order if name in named]


THEN = ("days_overdue", "last_seen", "last_assessment", "status", "what_changed")
"""The columns after the due date."""


def _line(columns: Sequence[Column], case: Case) -> str:
    """A case, each thing with its name before it; what does not go for it is left out."""
    first, *rest = ((column, column.text(case)) for column in columns)
    told = (f"{column.title} {_in_words(text)}" for column, text in rest if text)
    return f"{first[1]}: {', '.join(told)}"


def _in_words(text: str) -> str:
    """What stands in a column, without the signs that a screen reader leaves out."""
    if text == NOT_RECORDED:
        return "not recorded"
    return text.replace(" → ", " to ").replace(" · ", ", ")
