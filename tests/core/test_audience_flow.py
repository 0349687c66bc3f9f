"""The parts of a flow are slices of a backlog: hidden like them, and not to be worked out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.flow import shown
from boardtui.core.audience.rules import SHOW_ALL, Rules
from boardtui.core.flow.counts import Flow, flow_of_counts, most_without
from boardtui.core.flow.parts import CAME, CLEARED_WITHOUT, GONE, STAYED, Part, beside_of, listed
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.publish.flow_reader import FlowReader, Told
from tests.core.audience_attacker import possible_flows

VISITS = BACKLOGS["visits"]
DAYS = date(2023, 3, 31), date(2024, 1, 17)
THREE = Rules(Audience.BOARD, threshold=3)
FIVE = Rules(Audience.BOARD, threshold=5)


def flow_with(
    counts: Mapping[str, int] | Mapping[Part, int],
    backlog: Backlog = VISITS,
    reasons: Mapping[str | None, int] | None = None,
    unknown: Mapping[str, str] | None = None,
) -> Flow:
    every: dict[str, int] = dict.fromkeys((*listed(backlog), *beside_of(backlog)), 0)
    return flow_of_counts(
        backlog,
        DAYS,
        {**every, **{str(name): count for name, count in counts.items()}},
        reasons or {},
        unknown or {},
    )


def parts(count: st.SearchStrategy[int]) -> st.SearchStrategy[dict[str, int]]:
    return st.fixed_dictionaries(dict.fromkeys(listed(VISITS), count))


@given(parts(st.sampled_from([0, 0, 0, 1, 2, 3, 4])))
@settings(max_examples=60, deadline=None)
def test_no_small_part_can_be_worked_out(counts: dict[str, int]) -> None:
    flow = flow_with(counts)
    if 0 < (flow.opening or 0) < 3 or 0 < (flow.closing or 0) < 3:
        return  # the force's own totals are shown, and are small themselves
    protected = shown(flow, THREE)
    most = dict.fromkeys([*counts, "stayed", "without", "gone", "came"], 0)
    for guess, totals in possible_flows(protected):
        for name, count in {**guess, **totals}.items():
            most[name] = max(most[name], count)
    groups = {"stayed": STAYED, "without": CLEARED_WITHOUT, "gone": GONE, "came": CAME}
    for name, group in groups.items():
        if 0 < (flow.together(group) or 0) < 3:
            assert protected.together(group) is None
            assert most[name] >= 3, name
    for part, count in counts.items():
        if 0 < count < 3:
            assert protected.parts[Part(part)] is None
            assert most[part] >= 3, part


@given(parts(st.sampled_from([0, 1, 2, 4, 9])), st.data())
def test_what_stands_beside_the_parts_gives_none_of_them_away(
    counts: dict[str, int], data: st.DataObject
) -> None:
    still, newly = counts[Part.STILL_OVERDUE], counts[Part.NEWLY_OVERDUE]
    moved = counts[Part.REGRADED] + counts[Part.DATE_MOVED]
    flow = flow_with(
        {
            **counts,
            "dates_moved": moved + data.draw(st.integers(0, 2)),
            "overdue_by_dates_then": still + moved + data.draw(st.integers(0, 2)),
            "overdue_by_dates_now": still + data.draw(st.integers(0, newly)),
        }
    )
    told = shown(flow, THREE)
    alone = replace(told, dates_moved=None, overdue_by_dates_then=None, overdue_by_dates_now=None)
    hidden = [part for part, count in told.parts.items() if count is None]
    by_all, by_parts = (FlowReader([Told(each, THREE)], {}) for each in (told, alone))
    assert by_all.bounds(hidden) == by_parts.bounds(hidden)


def test_who_was_cleared_without_a_visit_is_hidden_last() -> None:
    flow = flow_with({Part.STILL_OVERDUE: 40, Part.VISITED: 93, Part.LEFT: 7,
                      Part.NOT_IN_COMMUNITY: 6, Part.WENT_MISSING: 1, Part.REGRADED: 4,
                      Part.DATE_MOVED: 7, Part.NEWLY_OVERDUE: 50})  # fmt: skip
    found = shown(flow, FIVE)
    assert found.cleared_without == 11
    assert found.together(GONE) is None
    assert found.parts[Part.VISITED] == 93
    assert found.parts[Part.DATE_MOVED] is None, "with it the four regraded would be known"


def test_who_stayed_is_hidden_with_who_came_since_the_one_gives_away_the_other() -> None:
    flow = flow_with({Part.STILL_OVERDUE: 40, Part.VISITED: 30, Part.NEWLY_OVERDUE: 2})
    found = shown(flow, FIVE)
    assert found.together(STAYED) is None
    assert found.together(CAME) is None
    assert (found.opening, found.closing) == (70, 42)


def test_a_small_backlog_is_shown_and_nothing_of_what_became_of_it() -> None:
    found = shown(flow_with({Part.STILL_OVERDUE: 1, Part.VISITED: 2}), FIVE)
    assert found.opening == 3
    assert set(found.parts.values()) == {None}
    assert found.cleared_without is None


def test_reasons_are_slices_of_who_left() -> None:
    flow = flow_with(
        {Part.LEFT: 12, Part.VISITED: 30, Part.STILL_OVERDUE: 9, Part.NEWLY_OVERDUE: 9},
        reasons={"died": 2, "transferred": 10},
    )
    found = shown(flow, FIVE)
    assert found.parts[Part.LEFT] == 12
    assert dict(found.reasons) == {"died": None, "transferred": None}


def test_where_parts_are_not_known_no_known_one_is_shown() -> None:
    counts = {Part.STILL_OVERDUE: 9, Part.VISITED: 30, Part.LEFT: 2, Part.NEWLY_OVERDUE: 9}
    flow = flow_with(counts, unknown={Part.VISITED: "no visits file"})
    found = shown(flow, FIVE)
    assert found.parts[Part.LEFT] is None
    assert found.hides(Part.LEFT)
    assert not found.hides(Part.VISITED), "not known is not hidden"
    assert found.unknown == flow.unknown


def test_the_public_sees_rounded_numbers() -> None:
    counts = {Part.STILL_OVERDUE: 46, Part.VISITED: 121, Part.NEWLY_OVERDUE: 171}
    found = shown(flow_with(counts), Rules(Audience.PUBLIC, 10, 5))
    assert (found.opening, found.closing) == (165, 215)
    assert found.parts[Part.VISITED] == 120


def test_for_the_force_a_flow_is_what_it_was() -> None:
    flow = flow_with({Part.STILL_OVERDUE: 1, Part.VISITED: 2})
    assert shown(flow, SHOW_ALL) is flow


def test_more_cleared_without_a_visit_is_said_where_what_is_shown_leaves_no_doubt() -> None:
    counts = {Part.STILL_OVERDUE: 86, Part.VISITED: 26, Part.LEFT: 6, Part.DATE_MOVED: 282}
    flow = flow_with({**counts, Part.NEWLY_OVERDUE: 38})
    found = shown(flow, Rules(Audience.PUBLIC, 10, 5))
    assert found.parts[Part.VISITED] is None
    assert most_without(found)
    doubtful = shown(flow_with({**counts, Part.DATE_MOVED: 27}), Rules(Audience.BOARD, 10))
    assert doubtful.parts[Part.VISITED] is None
    assert not most_without(doubtful)
