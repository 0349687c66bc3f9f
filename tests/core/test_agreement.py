"""Several figures of one thing: which those are, and whether they can all be true."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from boardtui.core.criterion.dimension import Slice
from boardtui.core.figure.agreement import agree, thing_of
from boardtui.core.figure.figure import Figure
from tests.core.figures import NOW, THEN, counted, published


def test_a_hedged_figure_agrees_with_what_it_may_mean() -> None:
    about = published(1500, 1450, 1550)
    assert agree(counted(1521), about)
    assert not agree(counted(1600), about)
    assert agree(published(1600, 1601, None), counted(5000))


def test_two_exact_figures_agree_only_where_they_are_the_same() -> None:
    assert agree(counted(273), published(273, 273, 273))
    assert not agree(counted(273), published(283, 283, 283))


def test_of_what_is_not_known_nothing_is_said() -> None:
    assert agree(counted(None, unknown="no visits file"), counted(3)) is None


@pytest.mark.parametrize(
    "other",
    [
        counted(273, measure="managed"),
        counted(273, slices=(Slice("risk_level", "high"),)),
        counted(273, as_at=THEN),
        counted(273, period_start=THEN),
    ],
)
def test_another_measure_slice_day_or_period_is_another_thing(other: Figure) -> None:
    assert thing_of(other) != thing_of(counted(273))


def test_who_said_it_makes_no_other_thing() -> None:
    said = replace(published(283, 283, 283), as_at=NOW)
    assert thing_of(said) == thing_of(counted(273))
