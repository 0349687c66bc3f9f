"""Random registers, with dates that crowd the edges: due today, the ends of bands, month ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import DIMENSIONS, RISK_LEVELS, STATUSES, Slice, Slices
from boardtui.core.measures.measure import CaseCount
from tests.registers import Case, Leaver, Officer, Register, Visit

REFS = [f"P-{number}" for number in range(40)]
OFFICERS = ["OM-1", "OM-2", "OM-10"]

days = st.sampled_from(
    [date(2024, 1, 17), date(2024, 2, 29), date(2024, 3, 1), date(2023, 12, 31), date(2023, 5, 30)]
)

definitions = st.builds(
    Definition,
    grace_days=st.sampled_from([0, 0, 1, 7, 40]),
    band_ends=st.sampled_from([(30, 90, 180, 365), (30, 90, 180, 365), (28,), (1, 2, 60)]),
)

EDGES = (0, 1, 2, 7, 8, 28, 29, 30, 31, 60, 61, 90, 91, 180, 181, 365, 366)
"""Days before the snapshot's day, at which something changes under some definition."""


# Each is made once for the same days: to look a new one through takes as long as to draw of it.
@cache
def around(*anchors: date) -> st.SearchStrategy[date]:
    """Days around the anchors, before and after, most of them on an edge."""
    offsets = st.sampled_from(EDGES) | st.integers(-40, 500)
    return st.builds(
        lambda day, back: day - timedelta(days=back), st.sampled_from(anchors), offsets
    )


@cache
def before(*anchors: date) -> st.SearchStrategy[date]:
    """Days up to the last of the anchors."""
    return around(*anchors).map(lambda day: min(day, anchors[-1]))


@st.composite
def cases(draw: st.DrawFn, *anchors: date) -> tuple[Case, ...]:
    """The cases of a register; the last anchor is its own day.

    Up to forty people of up to ten kinds, always the first of the same people, so that snapshots
    have many in common.
    """
    kinds = draw(kinds_of(*anchors))
    # Ingest takes no snapshot without a case.
    size = draw(st.integers(1, len(REFS)))
    found = draw(places(len(kinds), size))
    there = [kinds[place] if place < len(kinds) else None for place in found]
    there[-1] = there[-1] or kinds[0]
    return tuple(
        replace(each, case_ref=ref) for ref, each in zip(REFS, there, strict=False) if each
    )


@cache
def places(kinds: int, size: int) -> st.SearchStrategy[list[int]]:
    """Which kind each of some people is of, by its place; one place more for who is not there."""
    return st.lists(st.integers(0, kinds), min_size=size, max_size=size)


@cache
def kinds_of(*anchors: date) -> st.SearchStrategy[list[Case]]:
    kind = st.builds(
        Case,
        case_ref=st.just(""),
        risk_level=st.sampled_from(RISK_LEVELS),
        status=st.sampled_from([*["community"] * 6, *STATUSES]),
        management=st.sampled_from(["active", "active", "reactive"]),
        unit=st.sampled_from([None, "North", "South, east", "red"]),
        officer_ref=st.sampled_from([None, *OFFICERS]),
        mappa_category=st.sampled_from([None, *"1234"]),
        mappa_level=st.sampled_from([None, *"123"]),
        visit_due=st.none() | around(*anchors),
        last_visit=st.none() | before(*anchors),
        assessment_due=st.none() | around(*anchors),
        last_assessment=st.none() | before(*anchors),
    )
    return st.lists(kind, min_size=1, max_size=10)


@cache
def visits(*anchors: date) -> st.SearchStrategy[tuple[Visit, ...]]:
    visit = st.builds(
        Visit,
        case_ref=st.sampled_from(REFS[:10]),
        visited_on=before(*anchors),
        outcome=st.sampled_from(["seen", "seen", "not_in", "refused", "other"]),
        action=st.sampled_from([None, "yes", "no"]),
    )
    return st.lists(visit, max_size=25).map(tuple)


@cache
def leavers(*anchors: date) -> st.SearchStrategy[tuple[Leaver, ...]]:
    leaver = st.builds(
        Leaver,
        case_ref=st.sampled_from(REFS[:10]),
        left_on=before(*anchors),
        reason=st.sampled_from([None, "died", "off_register", "transferred"]),
    )
    # Two rows of one person on one day would leave open which reason is the latest.
    return st.lists(leaver, max_size=25, unique_by=_one_row).map(tuple)


def _one_row(leaver: Leaver) -> tuple[str, date]:
    return leaver.case_ref, leaver.left_on


officers = st.lists(
    st.builds(Officer, st.sampled_from([*OFFICERS, "OM-99"]), st.sampled_from([1.0, 0.5, 0.8])),
    max_size=4,
    unique_by=lambda each: each.officer_ref,
).map(tuple)


@st.composite
def registers(draw: st.DrawFn, *earlier: date, day: date | None = None) -> Register:
    """A snapshot's register; its dates crowd around its own day and the earlier ones."""
    as_at = day or draw(days)
    anchors = (*earlier, as_at)
    return Register(
        as_at,
        draw(cases(*anchors)),
        draw(st.none() | visits(*anchors)),
        draw(st.none() | officers),
        draw(st.none() | leavers(*anchors)),
    )


@st.composite
def histories(draw: st.DrawFn, snapshots: int) -> tuple[Register, ...]:
    """Snapshots of one force, oldest first, on days a few weeks apart."""
    found: list[Register] = []
    day = draw(days)
    for _ in range(snapshots):
        anchors = [each.as_at for each in found]
        found.append(draw(registers(*anchors, day=day)))
        day += timedelta(days=draw(st.sampled_from([1, 28, 31, 92])))
    return tuple(found)


@st.composite
def filters(
    draw: st.DrawFn, measure: CaseCount, register: Register, definition: Definition
) -> Slices:
    """Slices of several dimensions of a measure: some that no case is in, and open-ended bands."""
    chosen = draw(st.lists(st.sampled_from(measure.dimensions), max_size=4, unique=True))
    return tuple(Slice(name, draw(_slices(name, register, definition))) for name in chosen)


def _slices(
    dimension: str, register: Register, definition: Definition
) -> st.SearchStrategy[str | None]:
    if dimension == "age_band":
        return st.sampled_from([b.label for b in (*definition.bands, *definition.tails)])
    column = DIMENSIONS[dimension].column
    assert column is not None
    held = sorted({str(case.row[column]) for case in register.cases if case.row[column]})
    return st.sampled_from([None, "nothing of the kind", *DIMENSIONS[dimension].slices, *held])
