"""The rule book: who sees what, in one table; the strictest of what was asked for."""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from boardtui.core.audience.audience import Audience, strictest
from boardtui.core.audience.figures import by_dimension, wholes
from boardtui.core.audience.rounding import to_nearest
from boardtui.core.audience.rules import COURTESY, SHOW_ALL, Rules, Way, rules_of
from boardtui.core.criterion.dimension import Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from tests.core.figures import counted, published

BOARD, PUBLIC = rules_of(Audience.BOARD), rules_of(Audience.PUBLIC)

CLOSED = {
    Way.CASES: {Audience.BOARD, Audience.PUBLIC},
    Way.CROSSES: {Audience.BOARD, Audience.PUBLIC},
    Way.AGES: {Audience.BOARD, Audience.PUBLIC},
    Way.OFFICERS: {Audience.PUBLIC},
}


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("audience", list(Audience))
def test_a_way_is_closed_to_whom_it_is_with_a_sentence(way: Way, audience: Audience) -> None:
    why = rules_of(audience).closes(way)
    assert (why is not None) == (audience in CLOSED[way])
    if why is not None:
        assert why.endswith(".")
        assert f"the {audience}" in why


def test_the_strictest_wins_in_any_order() -> None:
    order = list(Audience)
    for asked in product((None, *Audience), repeat=3):
        given = [each for each in asked if each is not None]
        expected = max(given, key=order.index) if given else Audience.FORCE
        assert strictest(*asked) is expected


def test_the_public_sees_no_more_than_the_board() -> None:
    assert rules_of(Audience.PUBLIC, 12, 4).threshold == 12
    assert (BOARD.threshold, PUBLIC.threshold, PUBLIC.rounding) == (5, 10, 5)


def test_what_is_hidden_is_said_and_that_it_is_a_courtesy() -> None:
    assert SHOW_ALL.in_words == ""
    for rules in (BOARD, PUBLIC):
        assert str(rules.threshold) in rules.in_words
        assert rules.in_words.endswith(COURTESY)
    assert "rounded to 5" in PUBLIC.in_words
    assert "rounded" not in BOARD.in_words
    assert "nobody" in rules_of(Audience.PUBLIC, public_zeros=False).in_words


def test_officers_are_closed_to_the_public_alone() -> None:
    assert PUBLIC.open_of(["unit", "officer"]) == ["unit"]
    assert BOARD.open_of(["unit", "officer"]) == ["unit", "officer"]


def of(unit: str, value: float | None, measure: str = "overdue_visits") -> Figure:
    figure = counted(value) if value is not None else counted(None)
    return replace(figure, measure=measure, slices=(Slice("unit", unit),))


def seen(rules: Rules, *figures: Figure) -> list[float | None]:
    return [figure.value for figure in by_dimension("unit", figures, rules)]


def test_a_hidden_figure_has_the_mark_and_nothing_else() -> None:
    small, *_ = by_dimension("unit", [of("A", 2), of("B", 40), of("C", 9)], BOARD)
    assert small.suppressed
    assert small.qualifier is Qualifier.SUPPRESSED
    assert (small.value, small.low, small.high, small.interval) == (None, None, None, None)


def test_what_is_not_known_stays_so() -> None:
    figures = [of("A", None), of("B", None)]
    assert by_dimension("unit", figures, BOARD) == figures


def test_the_age_of_a_slice_is_hidden_whoever_is_in_it() -> None:
    oldest = [of(unit, 300, "overdue_visits_oldest_days") for unit in "AB"]
    counts = [of("A", 40), of("B", 60)]
    assert seen(BOARD, *counts, *oldest) == [40, 60, None, None]


def test_the_forces_own_totals_are_shown_and_rounded_for_the_public() -> None:
    (small,), (large,) = wholes([counted(3)], BOARD), wholes([counted(273)], PUBLIC)
    assert small.value == 3
    assert (large.value, large.low, large.high) == (275, 273, 277)
    assert large.qualifier is Qualifier.ROUNDED


def test_a_count_that_would_be_rounded_to_none_is_hidden() -> None:
    (figure,) = wholes([counted(2)], PUBLIC)
    assert figure.suppressed
    (nobody,) = wholes([counted(0)], PUBLIC)
    assert nobody.value == 0


def test_what_counts_nothing_is_not_rounded() -> None:
    age = replace(counted(546), measure="overdue_visits_oldest_days", unit="days")
    assert wholes([age], PUBLIC) == [age]


def test_published_figures_are_neither_hidden_nor_rounded() -> None:
    figure = published(273, 273, 273)
    assert wholes([figure], PUBLIC) == [figure]


@pytest.mark.parametrize("step", [2, 3, 5, 10])
def test_a_rounded_count_lies_between_its_ends(step: int) -> None:
    rules = replace(PUBLIC, rounding=step)
    for count in range(1, 200):
        (figure,) = wholes([counted(count)], rules)
        to = to_nearest(count, step)
        if not to:
            assert figure.suppressed
            continue
        assert figure.low is not None
        assert figure.high is not None
        assert figure.low <= count <= figure.high
        assert {to_nearest(n, step) for n in range(int(figure.low), int(figure.high) + 1)} == {to}
