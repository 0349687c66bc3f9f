"""The columns of a list of cases: how each is headed, sorted and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.history.case import Case
from boardtui.core.history.paired import what_changed
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.review.cases.cases import CaseList
from boardtui.store.lists.listing import Sort, SortColumn

NOT_RECORDED = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `need` ranks them, the most needed first, for where not all have room.

    `most` is the widest that it is drawn, in cells; longer text is cut, and says so.
    """

    name: SortColumn | Literal["what_changed"]
    title: str
    need: int
    most: int
    text: Callable[[Case], str]
    right: bool = False
    upwards: str = "first to last"
    downwards: str = "last to first"

    @property
    def sorts(self) -> SortColumn | None:
        """What a list is sorted by to be in the order of this column; None where it has none."""
        return None if self.name == "what_changed" else self.name

    def words(self, sort: Sort) -> str:
        """The order by this column in words: "days overdue, most first"."""
        return f"{self.title}, {self.downwards if sort.descending else self.upwards}"


def case_columns(cases: CaseList) -> tuple[Column, ...]:
    """The columns of a list, in reading order. The case's own is always the first."""
    due: SortColumn = "visit_due" if cases.backlog is VISITS else "assessment_due"
    columns = (
        Column("case_ref", "case", 1, 24, lambda case: case.case_ref),
        Column(
            "risk_level",
            "risk",
            2,
            12,
            lambda case: slice_title("risk_level", case.risk_level),
            upwards="highest first",
            downwards="lowest first",
        ),
        Column("unit", "unit", 5, 24, lambda case: case.unit or NOT_RECORDED),
        Column("officer_ref", "officer", 6, 14, lambda case: case.officer_ref or NOT_RECORDED),
        _dated(due, f"{cases.backlog.one} due", 4),
        Column(
            "days_overdue",
            "days overdue",
            3,
            12,
            lambda case: _days(cases.days_overdue(case)),
            right=True,
            upwards="fewest first",
            downwards="most first",
        ),
        _dated("last_visit", "last seen", 7),
        _dated("last_assessment", "last assessed", 8),
        Column("status", "status", 9, 10, lambda case: slice_title("status", case.status)),
    )
    if cases.part is None:
        return columns
    # The last, so that the others keep their numbers, and with the case's own on the first page.
    text = partial(what_changed, backlog=cases.backlog)
    return (*columns, Column("what_changed", "then → now", 1, 100, text))


def _dated(name: SortColumn, title: str, need: int) -> Column:
    return Column(
        name,
        title,
        need,
        11,
        lambda case: _day(getattr(case, name)),
        right=True,
        upwards="oldest first",
        downwards="newest first",
    )


def _day(day: date | None) -> str:
    return day_text(day) if day else NOT_RECORDED


def _days(days: int | None) -> str:
    """Days overdue; nothing for a case that is not overdue, which is no zero."""
    return "" if days is None else number_text(days)


def list_title(cases: CaseList) -> str:
    """What the list holds, in words: "Overdue visits, risk level high"."""
    of = "" if cases.part is None else f" {cases.part.counted}"
    slices = (
        f"{DIMENSIONS[one.dimension].inside}{of} {slice_title(one.dimension, one.value)}"
        for one in cases.slices
    )
    title = cases.measure.title if cases.part is None else cases.part.words
    return ", ".join((title, *slices))
