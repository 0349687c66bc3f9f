"""What became of a backlog is published so that no small part of it can be worked out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow, flow_of_counts
from boardtui.core.flow.parts import CAME, STAYED, Part
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.publish.flow_reader import Told
from boardtui.publish.flows import flow_bounds, published_flow
from boardtui.store.flow.stored_flows import published_rows
from tests.publish.flow_attacker import FlowAttacker, Rows, placed_too_closely

DAYS = date(2023, 3, 31), date(2024, 1, 17)
BOARD = Rules(Audience.BOARD, 5)
PUBLIC = Rules(Audience.PUBLIC, 10, 5)
PARTS = (
    *("still_overdue", "overdue_again", "left", "visited", "went_missing", "not_in_community"),
    *("moved_to_reactive", "regraded", "date_moved", "newly_overdue", "joined_overdue"),
)


def flow_of(
    counts: Mapping[str, int], *, seen: int = 0, moved_besides: int = 0, due_since: int = 0
) -> Flow:
    """A flow as people make it: `seen` of the newly overdue were seen in between.

    Dates of so many others were moved besides, and so many others came to be overdue by the dates
    that stood then.
    """
    parts = {name: counts.get(name, 0) for name in PARTS}
    cleared = parts["regraded"] + parts["date_moved"]
    beside = {
        "dates_moved": cleared + moved_besides,
        "overdue_by_dates_then": parts["still_overdue"] + cleared + due_since,
        "overdue_by_dates_now": parts["still_overdue"] + parts["newly_overdue"] - seen,
    }
    return flow_of_counts(BACKLOGS["visits"], DAYS, {**parts, **beside}, {}, {})


def rows(flow: Flow) -> Rows:
    return {name: people for name, reason, people in published_rows(flow) if reason is None}


def placed(flow: Flow, *tellings: tuple[Flow, Rules]) -> list[tuple[str, int, int]]:
    """The small parts of a flow that a reader of all tellings places too closely for the last."""
    *_, (last, rules) = tellings
    small = [name for name in PARTS if 0 < (flow.parts[Part(name)] or 0) < rules.threshold]
    hidden = [name for name in small if last.parts[Part(name)] is None]
    assert hidden == small
    attacker = FlowAttacker(*((rows(each), of.rounding) for each, of in tellings))
    nothing: Rows = {
        name: count if name in ("opening", "closing") else None
        for name, count in rows(last).items()
    }
    before = [(rows(each), of.rounding) for each, of in tellings[:-1]]
    without = FlowAttacker((nothing, rules.rounding), *before)
    open_ = {}
    for name in small:
        low, high = without.between(name)
        open_[name] = min(high, high - low + 1)
    return placed_too_closely(attacker, small, rules.threshold, open_)


EXAMPLES = max(6, (settings.default.max_examples if settings.default else 25) // 4)
"""Each asks some dozens of questions in whole numbers."""

counts = st.sampled_from((0, 0, 1, 2, 3, 4, 6, 9, 12, 17, 22, 30, 48, 60, 121))
flows = st.builds(
    lambda parts, seen, *others: flow_of(
        dict(zip(PARTS, parts, strict=True)),
        seen=min(seen, parts[PARTS.index("newly_overdue")]),
        moved_besides=others[0],
        due_since=others[1],
    ),
    st.lists(counts, min_size=len(PARTS), max_size=len(PARTS)),
    st.integers(0, 3),
    st.integers(0, 9),
    st.integers(0, 9),
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(flows, st.sampled_from((BOARD, PUBLIC)))
def test_nobody_works_out_a_small_part_of_a_flow(flow: Flow, rules: Rules) -> None:
    found, _ = published_flow(flow, rules, {})
    assert Told(found, rules).is_true_of(flow)
    assert not placed(flow, (found, rules))


@settings(max_examples=EXAMPLES, deadline=None)
@given(flows, st.permutations((BOARD, PUBLIC)))
def test_nor_does_who_holds_it_as_the_board_and_as_the_public_were_told(
    flow: Flow, rules: list[Rules]
) -> None:
    first, second = rules
    before, _ = published_flow(flow, first, {})
    found, _ = published_flow(flow, second, {}, [Told(before, first)])
    assert not placed(flow, (before, first), (found, second))


def test_who_is_overdue_by_the_date_now_does_not_say_how_few_were_seen_and_are_overdue_again() -> (
    None
):
    """By hand: of 120 overdue now 20 joined and 97 are so unseen, which leaves three at most."""
    flow = flow_of(
        {"still_overdue": 50, "overdue_again": 3, "visited": 40, "newly_overdue": 47,
         "joined_overdue": 20},
    )  # fmt: skip
    assert (flow.closing, flow.overdue_by_dates_now) == (120, 97)
    found, _ = published_flow(flow, BOARD, {})
    low, high = FlowAttacker((rows(found), 1)).between("overdue_again")
    assert high - low + 1 >= 5
    assert high >= 5


@pytest.mark.parametrize(("moved", "regraded"), [(3, 1), (2, 2)])
def test_how_many_dates_were_moved_does_not_say_how_few_were_cleared_by_that(
    moved: int, regraded: int
) -> None:
    """By hand: five dates were moved, so that neither of two hidden parts is above four."""
    flow = flow_of(
        {"still_overdue": 50, "visited": 40, "date_moved": moved, "regraded": regraded,
         "moved_to_reactive": 30, "newly_overdue": 20},
        moved_besides=1,
    )  # fmt: skip
    assert flow.dates_moved == 5
    found, _ = published_flow(flow, BOARD, {})
    assert FlowAttacker((rows(found), 1)).between("date_moved")[1] >= 5


def test_the_identity_of_a_flow_is_bounded_as_by_hand() -> None:
    """Opening 100 = 60 still + 21 visited + 19 who left or are away, of whom one is away at least;
    closing 90 = 60 + 30 who came, of whom one joined at least."""
    flow = flow_of({"still_overdue": 60, "visited": 21, "left": 16, "not_in_community": 3,
                    "newly_overdue": 28, "joined_overdue": 2})  # fmt: skip
    hidden = ("left", "not_in_community", "newly_overdue", "joined_overdue")
    parts = {part: None if part in hidden else count for part, count in flow.parts.items()}
    shown = _hiding(flow, parts)
    bounds = {each.name: (each.low, each.high) for each in flow_bounds(shown, BOARD, {})}
    assert bounds == {
        "left": (1, 18),
        "not_in_community": (1, 18),
        "newly_overdue": (1, 29),
        "joined_overdue": (1, 29),
    }
    limited = {e.name: (e.low, e.high) for e in flow_bounds(shown, BOARD, {Part.LEFT: 17})}
    assert limited["left"] == (1, 17)
    assert limited["not_in_community"] == (2, 18)


def _hiding(flow: Flow, parts: Mapping[Part, int | None]) -> Flow:
    hidden = frozenset(part.value for part, count in parts.items() if count is None)
    beside = dict.fromkeys(("dates_moved", "overdue_by_dates_then", "overdue_by_dates_now"))
    return replace(flow, parts=parts, hidden=hidden, **beside)


def test_the_parts_that_stay_and_come_are_those_of_the_identity() -> None:
    """The attacker's own reading of the identity is the product's."""
    flow = flow_of(dict.fromkeys(PARTS, 7))
    assert flow.opening == 7 * (len(PARTS) - len(CAME))
    assert flow.closing == 7 * (len(STAYED) + len(CAME))
