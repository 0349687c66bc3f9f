"""Shares: a figure as a part of its base."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from boardtui.core.figure.interval import Interval
from boardtui.core.figure.share import share_of
from boardtui.core.words.wording import share_text
from tests.core.figures import counted, published


def test_a_share_of_an_exact_base_is_exact() -> None:
    share = share_of(counted(273), counted(1488, measure="actively_managed"))
    assert share is not None
    assert share.of == "actively_managed"
    assert share.value == 273 / 1488
    assert share.interval.exact
    assert share_text(share.interval) == "18.3%"


def test_a_share_of_a_hedged_base_is_a_range() -> None:
    share = share_of(counted(273), published(1500, 1450, 1550, measure="managed"))
    assert share is not None
    assert share.value == pytest.approx(0.182)
    assert share_text(share.interval) == "17.6%–18.8%"


def test_of_a_base_without_an_upper_end_the_share_reaches_down_to_0() -> None:
    share = share_of(counted(273), published(1500, 1501, None, measure="managed"))
    assert share is not None
    assert (share.interval.low, share.interval.high) == (0, 273 / 1501)


def test_a_share_is_no_more_than_all_however_the_figures_are_hedged() -> None:
    base = published(350, 300, 349, measure="managed")
    share = share_of(counted(340), base)
    assert share is not None
    assert share.value == pytest.approx(340 / 350)
    assert (share.interval.low, share.interval.high) == (340 / 349, 1)
    about = share_of(published(1500, 1450, 1550), counted(1480, measure="managed"))
    assert about is not None
    assert (about.value, about.interval.high) == (1, 1)


def test_a_part_that_can_only_be_more_than_all_is_left_to_be_seen() -> None:
    share = share_of(counted(300), counted(200, measure="managed"))
    assert share is not None
    assert (share.value, share.interval) == (1.5, Interval(1.5, 1.5))


def test_of_what_was_withheld_there_is_no_share() -> None:
    withheld = counted(None, suppressed=True)
    assert share_of(withheld, counted(3, measure="managed")) is None
    assert share_of(counted(3), replace(withheld, measure="managed")) is None


def test_of_a_unit_that_a_measure_is_not_in_there_is_no_share() -> None:
    assert share_of(counted(15, unit="per cent"), counted(300, measure="managed")) is None


def test_there_is_no_share_of_nothing_nor_of_what_is_not_known() -> None:
    assert share_of(counted(0), counted(0)) is None
    assert share_of(counted(3), counted(None, unknown="no visits file")) is None
    assert share_of(counted(None, unknown="none overdue"), counted(3)) is None
