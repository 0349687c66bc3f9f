"""Under a breakdown, the first cases of the marked slice: the most overdue, where they are late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from boardtui.core.criterion.dimension import DIMENSIONS, Slices
from boardtui.core.history.case import Case
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.words import label, strong
from boardtui.panels.case_columns import ALWAYS, Column, about, case_columns, days_since
from boardtui.panels.table import GAP, cell, heads_line, row_line
from boardtui.panels.table import Column as Laid
from boardtui.panels.text import Line, Role, chunk, clipped, line_width
from boardtui.review.cases.cases import CaseList

SPREAD = 7
"""The cells by which a gap between two columns grows, where there is room."""

ROOMY = 100
"""The width from which days stand as dates, and not only as how many ago."""

NARROW = 60
"""The width from which more than two columns say who it is, before what the list is about."""


def first_cases(
    found: CaseList, cases: Sequence[Case], name: str, count: str, width: int, note: str = ""
) -> list[Line]:
    """The first cases of a slice, which is called `name` and has `count` of them in all.

    `note` is to be borne in mind of the table above, and said where there is room.
    """
    if not cases:
        return [clipped((chunk(strong(name), label("  no such case")),), width)]
    columns = _glimpse(found, width)
    laid = _laid(columns, cases, width)
    rows = [
        row_line(laid, (cell(at, each.text(case), Role.TEXT) for at, each in _pairs(laid, columns)))
        for case in cases
    ]
    return [_title(found, name, count, width, note), heads_line(laid, None), *rows]


def _pairs(laid: Sequence[Laid], columns: Sequence[Column]) -> list[tuple[Laid, Column]]:
    return list(zip(laid, columns, strict=False))


def _title(found: CaseList, name: str, count: str, width: int, note: str) -> Line:
    """Whose cases these are, and which come first; in short where there is no more room."""
    which = {"overdue": "the most overdue", "seen": "the longest unseen"}.get(about(found))
    of = f" of its {count}" if count else ""
    told = [f"{which or 'the first'}{of}", f"first{of}" if of else "first"]
    if note and width >= ROOMY:
        told.insert(0, f"{told[0]}; {note}")
    lines = [(chunk(strong(name), label(f"  {words}")),) for words in told]
    fits = (line for line in lines if line_width(line) <= width)
    return next(fits, clipped((chunk(strong(name)),), width))


def _glimpse(found: CaseList, width: int) -> list[Column]:
    """What tells these cases apart, the most needed first: not the slices, which all are in."""
    fixed = _fixed(found.slices)
    columns = case_columns(found)
    named = {column.name: column for column in columns}
    who = [column for column in columns if column.name in ALWAYS and column.name not in fixed]
    told = list(_told(found, named, width))
    if width < NARROW:
        return [*who[:2], *told[:1], *who[2:]]
    if not fixed & {"risk_level", "unit"}:
        who = [column for column in who if column.name != "officer_ref" or width >= ROOMY]
    return [*who, *told]


def _told(found: CaseList, named: Mapping[str, Column], width: int) -> Iterator[Column]:
    """What the list is about, in days; with the dates where there is room."""
    seen, backlog = about(found) == "seen", found.backlog
    done, other = ("last_seen", "last_assessment")[:: 1 if backlog is VISITS else -1]
    since = days_since(found, done, "days unseen" if backlog is VISITS else "days unassessed")
    dated = ("last_seen",) if seen else (backlog.due, "days_overdue")
    after = (backlog.due, other) if seen else (done, other)
    if width >= ROOMY:
        yield from (named[name] for name in dated if name in named)
        if seen:
            yield since
        yield from (named[name] for name in after if name in named)
        return
    if not seen and "days_overdue" in named:
        yield named["days_overdue"]
    if done in named:
        yield since


def _fixed(slices: Slices) -> set[str]:
    return {str(DIMENSIONS[one.dimension].column) for one in slices}


def _laid(columns: Sequence[Column], cases: Sequence[Case], width: int) -> list[Laid]:
    """The columns as wide as these cases need, as many of them as have room."""
    laid: list[Laid] = []
    used = 0
    for column in columns:
        texts = (cells.width(shown(column.text(case))) for case in cases)
        wide = max(cells.width(column.title), *texts, 0)
        gap = GAP if laid else 0
        if laid and used + gap + wide > width:
            break
        wide = min(wide, width - used - gap)
        laid.append(Laid(column.name, column.title, wide, column.right, gap))
        used += gap + wide
    more = min(SPREAD, (width - used) // max(1, len(laid) - 1))
    return [replace(column, gap=column.gap + more) for column in laid]
