"""A forecast: kinds of people, runs against known truth, and the fluid account beside them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random
from statistics import mean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bench.visited import MOST_TRIES, Person, Register, Truth
from boardtui.core.forecast.again import weights_after
from boardtui.core.forecast.fluid import capacity_to_clear, capacity_to_hold, fluid
from boardtui.core.forecast.outcome import outcome, quantile
from boardtui.core.forecast.owed import Owed, month_after, owed
from boardtui.core.forecast.owed import Person as Due
from boardtui.core.forecast.rates import (
    Counted,
    Monthly,
    Part,
    Rates,
    Stated,
    Towards,
    share_of_months,
    turns_of,
)
from boardtui.core.forecast.simulated import simulate

DAY = date(2024, 1, 17)
NOBODY_COMES = {"joined": Stated(0), "left": Stated(0), "left_overdue": Stated(0)}


def surely(tried: int, seen: float = 1) -> Rates:
    return Rates(
        tried=Stated(tried),
        seen=Stated(seen),
        joined=Stated(0),
        left=Stated(0),
        left_overdue=Stated(0),
    )


def test_a_month_s_last_day_stays_the_last_day() -> None:
    assert month_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert month_after(date(2024, 2, 29), 1) == date(2024, 3, 31)
    assert month_after(date(2024, 1, 30), 1) == date(2024, 2, 29)
    assert month_after(DAY, 12) == date(2025, 1, 17)
    assert month_after(date(2024, 11, 15), 2) == date(2025, 1, 15)


def test_people_are_sorted_by_when_they_are_overdue_and_by_their_own_interval() -> None:
    def due(days: int, interval: int | None, like: str = "low") -> Due:
        day = DAY + timedelta(days=days)
        return Due(day, None if interval is None else day - timedelta(days=interval), like)

    found = owed([due(-1, 91), due(0, 182), due(31, 30), due(400, 900)], DAY, 0, 12)
    # Due today is not overdue; due on the last day of a month is overdue at the next one's end.
    assert found.people == {(0, 3): 1, (1, 6): 1, (2, 1): 1, (13, 13): 1}
    assert (found.overdue, found.dated, found.undated) == (1, 4, 0)
    graced = owed([due(-1, 91), due(-8, 91)], DAY, 7, 12)
    assert graced.people == {(1, 3): 1, (0, 3): 1}
    unknown = owed(
        [
            due(-1, 91, "high"),
            due(-1, 182),
            due(-1, None),
            due(-1, None, "high"),
            Due(None, None, ""),
        ],
        DAY,
        0,
        12,
    )
    assert unknown.people == {(0, 3): 2, (0, 6): 2}
    assert (unknown.undated, unknown.intervals) == (1, 2)
    assert owed([due(-1, None)], DAY, 0, 12).people == {(0, 6): 1}


@given(
    people=st.lists(st.integers(0, 13), min_size=1, max_size=40),
    interval=st.integers(1, 13),
    given=st.integers(0, 13),
    tried=st.integers(0, 60),
)
@settings(max_examples=40, deadline=None)
def test_where_nothing_varies_every_run_is_the_fluid_account(
    people: list[int], interval: int, given: int, tried: int
) -> None:
    start = Owed(DAY, 12, Counter((month, interval) for month in people))
    # All are given one interval, or keep their own; and all dates change to be overdue, or none.
    again = {interval: {given: 7}} if given else {}
    changing = {"redated": Stated(1), "redated_to": {(0, 2): 5}} if tried % 3 == 0 else {}
    rates = replace(surely(tried), again=again, **changing)
    runs = simulate(start, rates, 3, seed=1)
    account = fluid(start, rates)
    assert [len(set(month)) for month in runs] == [1] * 12
    assert [month[0] for month in runs] == pytest.approx(account)


def test_the_fluid_account_is_the_queue_and_what_falls_due_less_who_is_seen() -> None:
    start = Owed(DAY, 3, {(0, 4): 50, (1, 4): 20, (2, 4): 10, (3, 4): 0})
    assert fluid(start, surely(30)) == [40, 20, 0]
    assert fluid(start, surely(30, seen=0.5)) == [55, 50, 35]
    # With more visits than people, who was not in is tried again in the same month.
    assert fluid(start, surely(1000, seen=0.5))[0] == pytest.approx(70 / 2**4)
    assert capacity_to_clear(start, surely(0), 0) == 27
    assert [round(n) for n in fluid(start, surely(27))] == [43, 26, 0]
    assert capacity_to_hold(start, surely(0)) == 10


def test_people_whose_turn_comes_sooner_are_seen_sooner() -> None:
    assert turns_of({1: (90, 100), 6: (110, 300)}) == pytest.approx(
        {1: 95 / 110 / 0.5, 6: 115 / 310 / 0.5}, abs=1e-4
    )
    assert turns_of({}) == {}
    start = Owed(DAY, 3, {(0, 1): 200, (0, 4): 200})
    # Those of a month are seen first, so that more are due again soon.
    sooner = replace(surely(150), turns={1: 3.0, 4: 1.0})
    plain, turned = (simulate(start, rates, 400, 1) for rates in (surely(150), sooner))
    assert mean(turned[1]) > mean(plain[1]) + 20
    assert [mean(month) for month in turned] == pytest.approx(fluid(start, sooner), rel=0.02)


def test_who_was_seen_is_due_again_by_what_visits_gave() -> None:
    again = {13: {6: 30, 13: 10}, 6: {6: 60}}
    # As much of what all were given as one person weighs is put to each.
    assert weights_after(again, 13) == pytest.approx({6: 30.9, 13: 10.1})
    assert weights_after(again, 9) == pytest.approx({6: 0.9, 13: 0.1})
    assert weights_after({}, 9) == {9: 1.0}
    # A date that was put off makes an interval look longer than the next visit will make it: the
    # hundred of the first month are due again in the seventh, beside those who are due in it.
    start = Owed(DAY, 12, {(0, 13): 300, (7, 13): 200})
    kept, given = surely(100), replace(surely(100), again={13: {6: 30}, 6: {6: 60}})
    assert fluid(start, kept)[5:8] == pytest.approx([0, 100, 0])
    assert fluid(start, given)[5:8] == pytest.approx([0, 200, 200])
    assert simulate(start, given, 2, 1)[5:8] == [[0, 0], [200, 200], [200, 200]]


def test_how_well_it_is_known_by_which_interval_people_are_due_again_is_in_the_band() -> None:
    # Of those of the first month, half are due in the seventh, beside as many as can be seen.
    start = Owed(DAY, 12, {(1, 12): 300, (7, 12): 300})
    few, many = (
        simulate(start, replace(surely(300), again={12: {6: n, 12: n}}), 800, 1)[6]
        for n in (5, 500)
    )
    assert mean(few) == pytest.approx(150, abs=5)
    assert mean(many) == pytest.approx(150, abs=5)
    assert pstdev(few) > 3 * pstdev(many)


def test_a_visit_before_the_date_is_to_somebody_as_near_to_it_as_before() -> None:
    start = Owed(DAY, 3, {(2, 4): 100, (3, 4): 100})
    rates = replace(surely(60), towards=Towards(0, {1: 10**6}, 0))
    # Those of the second month are seen in the first, and those of the third in the second.
    assert fluid(start, rates) == pytest.approx([0, 40, 80], abs=0.1)
    assert [mean(month) for month in simulate(start, rates, 300, 1)] == [0, 40, 80]


def test_dates_of_people_who_are_not_due_change_sooner_and_later() -> None:
    start = Owed(DAY, 6, {(6, 6): 1000})
    rates = replace(surely(0), redated=Part(100, 1000), redated_to={(0, 3): 60, (3, 3): 40})
    runs = simulate(start, rates, 800, 1)
    assert [mean(month) for month in runs] == pytest.approx(fluid(start, rates), rel=0.02)
    assert fluid(start, rates)[0] == pytest.approx(1000 * 0.1 * 0.6, rel=0.01)
    sooner, none = (fluid(start, each)[2] for each in (rates, surely(0)))
    assert none == 0
    assert sooner > 150


def test_the_mean_of_intervals_stays_what_it_is() -> None:
    due = DAY + timedelta(days=3)
    people = [Due(due, due - timedelta(days=76), "low")] * 200
    found = owed(people, DAY, 0, 12).people
    assert set(found) == {(1, 2), (1, 3)}
    assert found[1, 3] == pytest.approx(200 * (76 / 30.436875 - 2), abs=1)


def test_no_number_of_visits_clears_what_comes_in_overdue() -> None:
    rates = replace(surely(0), joined=Stated(5), arriving={(0, 3): 1})
    assert capacity_to_clear(Owed(DAY, 12, {(0, 3): 50}), rates, 0) is None
    assert capacity_to_clear(Owed(DAY, 12, {(0, 3): 50}), rates, 5) is not None
    assert capacity_to_hold(Owed(DAY, 12, {(0, 3): 0}), surely(0)) == 0


VARYING = Rates(
    tried=Monthly((80, 95, 90, 100)),
    seen=Part(250, 365),
    joined=Counted(30, 4),
    left=Part(10, 1200),
    left_overdue=Part(4, 200),
    arriving={(0, 1): 2, (1, 3): 5, (3, 6): 3},
    towards=Towards(300, {1: 30, 3: 20}, 15),
)
REGISTER = Owed(
    DAY, 12, {(month, interval): 4 for month in range(13) for interval in (1, 3, 6, 12)}
)


def test_a_seed_is_repeatable_and_nobody_is_lost() -> None:
    assert simulate(REGISTER, VARYING, 40, 7) == simulate(REGISTER, VARYING, 40, 7)
    assert simulate(REGISTER, VARYING, 40, 7) != simulate(REGISTER, VARYING, 40, 8)
    staying = replace(VARYING, **NOBODY_COMES, tried=Stated(0))
    falling_due = [4 * 4 * (month + 1) for month in range(1, 13)]
    assert simulate(REGISTER, staying, 2, 1) == [[count] * 2 for count in falling_due]


def test_the_mean_of_many_runs_is_near_the_fluid_account() -> None:
    # Where the queue never runs out, the account is linear in what varies.
    long = Owed(DAY, 12, {(0, 6): 900, (13, 13): 100})
    steady = replace(
        VARYING,
        joined=Stated(6),
        left=Stated(0.01),
        left_overdue=Stated(0.05),
        arriving={(0, 6): 1},
    )
    runs = simulate(long, steady, 2000, 3)
    account = fluid(long, steady)
    assert [mean(month) for month in runs] == pytest.approx(account, rel=0.03)
    moving = replace(steady, moved=Part(30, 100), moved_to={1: 30, 4: 20})
    runs = simulate(long, moving, 1000, 3)
    assert [mean(month) for month in runs] == pytest.approx(fluid(long, moving), rel=0.03)
    # Where most visits go to people who are not due, too: nobody is seen twice in a month.
    early = replace(steady, towards=Towards(300, {1: 500, 2: 400}, 100))
    spread = Owed(DAY, 12, {(month, each): 30 for month in range(13) for each in (3, 6)})
    runs = simulate(spread, early, 1000, 3)
    assert [mean(month) for month in runs] == pytest.approx(fluid(spread, early), rel=0.01)


def test_months_that_differ_beyond_chance_are_worth_less() -> None:
    # The moments of a beta-binomial: 10 months of 100, of shares 0.5 and 0.7 in turn.
    found = share_of_months([(50, 100), (70, 100)] * 5)
    assert (found.part, found.whole, found.months) == (600, 1000, 10)
    apart, chance = 10 * 100 * 0.1**2, 0.6 * 0.4
    assert found.alike == pytest.approx((apart / chance - 9) / (900 - 9))
    assert found.worth == pytest.approx(1000 / (1 + 99 * found.alike))
    assert share_of_months([(60, 100)] * 10).alike == 0
    assert share_of_months([(60, 100)]).worth == 100
    assert share_of_months([(0, 0)]).mean == 0.5
    vary = replace(surely(200), seen=found)
    waiting = Owed(DAY, 1, {(0, 2): 2000})
    runs = simulate(waiting, vary, 3000, 2)[0]
    steady = simulate(waiting, replace(vary, seen=Part(600, 1000)), 3000, 2)[0]
    assert pstdev(runs) > 1.5 * pstdev(steady)


def _one_by_one(months: int, tries: int, seen: float, rng: Random) -> int:
    """The same months for each person by themselves."""
    truth = Truth(people=0, tried=0, seen=seen, joined=0, left=0)
    register = Register(truth, rng)
    register.people = [Person(n % 3, 1 + n % 4) for n in range(60)]
    for month in range(1, months + 1):
        waiting = [person for person in register.people if person.late <= month]
        left = tries
        for _ in range(MOST_TRIES):
            rng.shuffle(waiting)
            found = [person for person in waiting[:left] if rng.random() < seen]
            for person in found:
                person.late = month + person.interval
            left -= min(left, len(waiting))
            waiting = [person for person in waiting if person.late <= month]
    return sum(person.late <= months for person in register.people)


def test_kinds_drawn_together_vary_as_people_drawn_one_by_one() -> None:
    start = Owed(DAY, 5, Counter((n % 3, 1 + n % 4) for n in range(60)))
    together = sorted(simulate(start, surely(20, seen=0.6), 4000, 5)[-1])
    rng = Random(11)
    apart = sorted(_one_by_one(5, 20, 0.6, rng) for _ in range(1500))
    assert mean(together) == pytest.approx(mean(apart), abs=0.4)
    for part in (0.1, 0.5, 0.9):
        assert quantile(together, part) == pytest.approx(quantile(apart, part), abs=1)


def test_a_band_holds_what_comes_about_as_often_as_it_says() -> None:
    # The bench does this with 200 registers, and prints each horizon.
    held = []
    for number in range(40):
        register = Register(Truth(people=100, overdue=20, tried=32, joined=1), Random(number))
        register.pass_months(12)
        start, rates = register.known(6, DAY)
        found = outcome(start, simulate(start, rates, 120, number), 0)
        register.pass_months(6)
        came = register.backlog[12:]
        held += [m.low <= n <= m.high for m, n in zip(found.months, came, strict=True)]
    assert 0.7 <= mean(held) <= 0.9


def test_the_band_is_the_middle_of_the_runs_and_clearance_may_be_never() -> None:
    start = Owed(DAY, 2, {(0, 3): 10})
    found = outcome(start, [[0, 5, *range(1, 9)], [0, 0, 0, *range(1, 8)]], 0)
    assert [(m.low, m.median, m.high) for m in found.months] == [(0, 4, 7), (0, 2, 6)]
    cleared = found.cleared
    assert (cleared.within, cleared.p10, cleared.p50, cleared.p90) == (0.3, 1, None, None)
    assert cleared.by_month == (0.1, 0.2)
    assert outcome(start, [[3, 5], [2, 4]], 4).cleared.within == 1
