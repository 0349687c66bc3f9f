"""The columns of a list of cases: how each is headed, sorted and written, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Literal

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.history.case import Case
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text
from boardtui.review.cases.cases import CaseList
from boardtui.store.lists.listing import Sort, SortColumn

NOT_RECORDED = "–"


class Column(Struct, frozen=True):
    """One column of a list; `most` is the widest that it is drawn where others need the room.

    Longer text is cut then, and says so. A column without `sorts` has no order of its own.
    """

    name: str
    title: str
    text: Callable[[Case], str]
    most: int = 12
    right: bool = False
    sorts: SortColumn | None = None
    upwards: str = "first to last"
    downwards: str = "last to first"

    def words(self, sort: Sort) -> str:
        """The order by this column in words: "days late, most first"."""
        return f"{self.title}, {self.downwards if sort.descending else self.upwards}"


About = Literal["overdue", "seen", "people"]
"""What a list is about: somebody overdue, when people were last seen, or just who they are."""


def about(cases: CaseList) -> About:
    """What a list is about."""
    if cases.of_overdue:
        return "overdue"
    return "seen" if cases.of_unseen else "people"


def case_columns(cases: CaseList) -> tuple[Column, ...]:
    """The columns of a list, the most needed first: who it is, then what the list is about.

    What the file of the snapshot does not say at all has no column.
    """
    given = cases.snapshot.given
    named = _columns(cases)
    order = _order(about(cases), cases.backlog)
    found = [
        named[name]
        for name in (*ALWAYS, *order)
        if not given.lacks("cases", _needed(name, cases.backlog))
    ]
    if cases.part is not None:
        from boardtui.core.history.paired import what_changed

        text = partial(what_changed, backlog=cases.backlog)
        found.insert(
            sum(column.name in ALWAYS for column in found),
            Column("what_changed", "then → now", text, most=100),
        )
    return tuple(found)


ALWAYS = ("case_ref", "risk_level", "unit", "officer_ref")
"""The first columns of every list say who it is."""


def _order(what: About, backlog: Backlog) -> Sequence[str]:
    other = ASSESSMENTS if backlog is VISITS else VISITS
    done = {VISITS: "last_seen", ASSESSMENTS: "last_assessment"}
    mine = (backlog.due, "days_overdue", done[backlog])
    theirs = (done[other], other.due)
    if what == "seen":
        return ("last_seen", "visit_due", "days_overdue", *theirs, "status")
    return ("status", *mine, *theirs) if what == "people" else (*mine, *theirs, "status")


def _needed(name: str, backlog: Backlog) -> tuple[str, ...]:
    """The column of the file that a column is made of, where a file may lack it."""
    if name in ("case_ref", "status", "risk_level"):
        return ()
    return (backlog.due if name == "days_overdue" else name,)


def _columns(cases: CaseList) -> dict[str, Column]:
    columns = (
        Column("case_ref", "case", lambda case: case.case_ref, most=24, sorts="case_ref"),
        Column(
            "risk_level",
            "risk",
            lambda case: slice_title("risk_level", case.risk_level),
            sorts="risk_level",
            upwards="highest first",
            downwards="lowest first",
        ),
        Column("unit", "unit", lambda case: case.unit or NOT_RECORDED, most=24, sorts="unit"),
        Column(
            "officer_ref",
            "officer",
            lambda case: case.officer_ref or NOT_RECORDED,
            most=14,
            sorts="officer_ref",
        ),
        Column(
            "days_overdue",
            "days late",
            lambda case: _days(cases.days_overdue(case)),
            right=True,
            sorts="days_overdue",
            upwards="fewest first",
            downwards="most first",
        ),
        Column(
            "status",
            "status",
            lambda case: slice_title("status", case.status),
            most=10,
            sorts="status",
        ),
        _dated("visit_due", "visit due"),
        _dated("assessment_due", "assessment due"),
        _dated("last_seen", "last seen"),
        _dated("last_assessment", "last assessed"),
    )
    return {column.name: column for column in columns}


def _dated(name: SortColumn, title: str) -> Column:
    return Column(
        name,
        title,
        lambda case: _day(getattr(case, name)),
        most=11,
        right=True,
        sorts=name,
        upwards="oldest first",
        downwards="newest first",
    )


def days_since(cases: CaseList, name: str, title: str) -> Column:
    """How many days ago something was, on the day of the records; that it never was."""

    def text(case: Case) -> str:
        day = getattr(case, name)
        return number_text((cases.day - day).days) if isinstance(day, date) else NOT_RECORDED

    return Column(f"since_{name}", title, text, right=True)


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
