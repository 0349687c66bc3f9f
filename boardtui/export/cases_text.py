"""Cases as text: what the list is, then a line for each case under the heads of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.history.case import Case
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.export.layout import GAP
from boardtui.panels.case_columns import ALWAYS, NOT_RECORDED, Column, case_columns, list_title
from boardtui.review.cases.cases import CaseList
from boardtui.review.cases.removed import removed_words
from boardtui.store.connection.database import Database
from boardtui.store.lists.pages import longest


def lines(
    database: Database,
    found: CaseList,
    count: int,
    cases: Iterable[Case],
    notes: Iterable[str] = (),
) -> Iterator[str]:
    """The lines; texts are asked for their greatest length first, so that no case is held."""
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
    texts = ("case_ref", "unit", "officer_ref")
    lengths = dict(zip(texts, longest(database, found.listing, texts), strict=True))
    widths = [
        max(len(column.title), lengths.get(column.name, column.most), len(NOT_RECORDED))
        for column in columns
    ]
    yield _line(columns, widths, [column.title for column in columns])
    for case in cases:
        yield _line(columns, widths, [column.text(case) for column in columns])


def _columns(found: CaseList) -> list[Column]:
    """The columns of text: in one order for every list, what changed at the end."""
    named = {column.name: column for column in case_columns(found)}
    late = named.get("days_overdue")
    if late is not None:
        named[late.name] = replace(late, title="days overdue")
    order = (*ALWAYS, found.backlog.due, *THEN)
    return [named[name] for name in order if name in named]


THEN = ("days_overdue", "last_seen", "last_assessment", "status", "what_changed")
"""The columns after the due date."""


def _line(columns: Sequence[Column], widths: Sequence[int], cells: Sequence[str]) -> str:
    aligned = (
        cell.rjust(width) if column.right else cell.ljust(width)
        for column, width, cell in zip(columns, widths, cells, strict=True)
    )
    return GAP.join(aligned).rstrip()
