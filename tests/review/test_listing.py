"""The list of figures: wholes, slices and crosses, each with its share and its part."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import PublishedOnly
from boardtui.review import NotThereError
from boardtui.review.day.every_figure import every_figure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from tests.registers import Case, Force, Officer, Register
from tests.review.conftest import Holding

DAY, LATE = date(2024, 1, 17), date(2024, 1, 1)
CASES = (
    Case("a", "high", unit="North", officer_ref="OM-10", visit_due=LATE),
    Case("b", "high", unit="South", officer_ref="OM-9"),
    Case("c", "low", unit="North", officer_ref="OM-9", visit_due=LATE),
    Case("d", "low", management="reactive"),
    Case("e", "low", status="custody", unit="North"),
)
HELD = Force(registers=(Register(DAY, CASES, officers=(Officer("OM-9"),)),))


def slice_of(figure: Figure) -> str | None:
    return figure.slices[0].value


@pytest.fixture
def review(holding: Holding) -> Review:
    database = holding(HELD)
    return Review(database, choose(database), STANDARD)


def test_every_measure_has_a_whole_and_every_dimension_it_has(review: Review) -> None:
    found = {
        (each.measure.name, each.figure.slices[0].dimension if each.figure.slices else None)
        for each in every_figure(review)
    }
    for name, measure in MEASURES.items():
        if not isinstance(measure, PublishedOnly):
            assert (name, None) in found
            assert {(name, dimension) for dimension in measure.dimensions} <= found


def test_a_count_is_a_share_of_the_same_slice_of_its_base(review: Review) -> None:
    (high,) = (e for e in review.by("overdue_visits", "risk_level") if slice_of(e.figure) == "high")
    assert high.share is not None
    assert (high.share.of, high.share.value) == ("actively_managed", 0.5)
    assert high.share.slices == (Slice("risk_level", "high"),)
    assert high.part is not None
    assert (high.part.of, high.part.value) == ("overdue_visits", 0.5)


def test_a_mix_is_a_share_of_its_base_s_whole(review: Review) -> None:
    mix = review.by("risk_mix", "risk_level")
    shares = {slice_of(each.figure): each.share.value for each in mix if each.share}
    assert shares["high"] == 0.5
    assert shares["low"] == 0.5
    assert shares["medium"] == 0


def test_an_age_band_has_a_part_and_no_share(review: Review) -> None:
    bands = review.by("overdue_visits", "age_band")
    labels = [slice_of(each.figure) for each in bands]
    assert labels == ["1-30", "31-90", "91-180", "181-365", "over 365"]
    assert all(each.share is None for each in bands)
    assert [each.part.value for each in bands if each.part] == [1, 0, 0, 0, 0]


def test_slices_stand_in_reading_order_with_not_recorded_last(review: Review) -> None:
    officers = [slice_of(each.figure) for each in review.by("managed", "officer")]
    units = [slice_of(each.figure) for each in review.by("managed", "unit")]
    assert officers == ["OM-9", "OM-10", None]
    assert units == ["North", "South", None]


def test_a_cross_counts_both_at_once_with_zeros(review: Review) -> None:
    found = {
        tuple(s.value for s in each.figure.slices): each
        for each in every_figure(review, ["overdue_visits"], ["unit", "risk_level"])
    }
    assert found["North", "high"].figure.value == 1
    assert found["North", "low"].figure.value == 1
    assert found["South", "high"].figure.value == 0
    assert found["South", "low"].figure.value == 0
    assert found[None, "low"].figure.value == 0
    assert len(found) == 3 * 5
    share = found["North", "low"].share
    assert share is not None
    assert (share.base.value, share.value) == (1, 1)


def test_a_cross_adds_up_to_its_sides(review: Review) -> None:
    crossed = [e.figure for e in every_figure(review, ["managed"], ["officer", "risk_level"])]
    for by in ("officer", "risk_level"):
        for side in review.by("managed", by):
            cells = [f for f in crossed if side.figure.slices[0] in f.slices]
            assert sum(f.value or 0 for f in cells) == side.figure.value


@pytest.mark.parametrize(
    ("measures", "by", "words"),
    [
        (["overdue_visit"], [], "Did you mean overdue_visits?"),
        (None, ["risk"], "There is no “risk”"),
        (None, ["unit", "unit"], "two different dimensions"),
    ],
)
def test_what_cannot_be_listed_says_so(
    review: Review, measures: list[str] | None, by: list[str], words: str
) -> None:
    with pytest.raises(NotThereError) as caught:
        list(every_figure(review, measures, by))
    assert words in str(caught.value)


def test_the_largest_slices_come_first_with_how_many_there_are(review: Review) -> None:
    figures, count = review.largest("caseload", "officer", 1)
    assert [(slice_of(one.figure), one.figure.value) for one in figures] == [("OM-9", 2)]
    assert count == 2
    assert review.now.computed is not None
    review.now.computed.restate()
    again, counted = review.largest("caseload", "officer", 1)
    assert ([one.figure for one in again], counted) == ([one.figure for one in figures], count)
