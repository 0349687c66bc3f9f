"""What is said of the difference of two figures, and of two figures that allow nothing."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.comparing.comparison import compare
from boardtui.core.comparing.conclusions import NO_SAMPLE, SAME_PEOPLE, Conclusion, conclude
from boardtui.core.criterion.dimension import Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.share import Share, share_of
from boardtui.core.measures import MEASURES
from tests.core.figures import THEN, counted, published


def was(value: float | None, **others: Any) -> Figure:
    return counted(value, **{"as_at": THEN, **others})


def base(value: float, **others: Any) -> Figure:
    usual = {"measure": "actively_managed", "definition": "Managed and active."}
    return counted(value, **{**usual, **others})


def concluded(
    now: Figure,
    then: Figure | None,
    base_now: Figure | None = None,
    base_then: Figure | None = None,
    *,
    measure: str = "overdue_visits",
) -> Conclusion:
    """What is concluded of two figures, and of their shares where there are bases."""
    asked = MEASURES[measure]
    share = share_of(now, base_now) if base_now else None
    share_then = share_of(then, base_then) if then and base_then else None
    return conclude(asked, compare(asked, now, then), share, share_then)


def of_shares(now: Figure, then: Figure, base_now: Figure, base_then: Figure) -> str:
    """The one sentence on shares, behind that on counts."""
    _, sentence, *_, last = concluded(now, then, base_now, base_then).sentences
    assert last == SAME_PEOPLE
    return sentence


def test_217_then_and_273_now() -> None:
    found = concluded(counted(273), was(217), base(1488), base(1400))
    assert found.sentences == (
        "As bare counts, higher by more than chance alone would explain "
        "(ratio of now to then 1.26, 95% interval 1.05 to 1.51).",
        "As a share of a base that grew (actively managed: 1,400 then, 1,488 now), "
        "higher by more than chance alone would explain "
        "(15.5% then, 18.3% now: +2.8 points, 95% interval +0.1 to +5.6).",
        "The same people recur in both counts, and neither is a random sample, "
        "so this is a guide only.",
    )
    assert found.count is not None
    assert found.count.ratio == 273 / 217
    assert found.share is not None
    assert found.share.difference == 273 / 1488 - 217 / 1400


def test_217_published_in_visits_without_a_base_is_judged_as_a_count() -> None:
    found = concluded(counted(273), published(217, 217, 217, unit="visits"), base(1488))
    assert found.sentences == (
        "As bare counts, higher by more than chance alone would explain "
        "(ratio of now to then 1.26, 95% interval 1.05 to 1.51).",
        "As shares, no interval: the base then is not known, or nobody is in it.",
        SAME_PEOPLE,
    )
    assert found.share is None


def test_148_now_and_151_then_allow_nothing() -> None:
    found = concluded(counted(148), was(151))
    assert found.sentences[0] == (
        "As bare counts, nothing may be concluded: chance alone could explain the difference "
        "(ratio of now to then 0.98, 95% interval 0.78 to 1.24)."
    )


def test_what_is_clearly_lower_says_so() -> None:
    found = concluded(counted(30), was(60), base(1488), base(1488))
    assert found.sentences == (
        "As bare counts, lower by more than chance alone would explain "
        "(ratio of now to then 0.50, 95% interval 0.31 to 0.79).",
        "As a share of a base that did not move (actively managed: 1,488 then, 1,488 now), "
        "lower by more than chance alone would explain "
        "(4.0% then, 2.0% now: −2.0 points, 95% interval −3.3 to −0.8).",
        SAME_PEOPLE,
    )


def test_a_count_may_be_clearly_higher_where_its_share_is_not() -> None:
    count, share, both, _ = concluded(counted(273), was(217), base(1700), base(1400)).sentences
    assert both == "Where the two differ, only the more careful of them may be concluded."
    assert "higher by more than chance" in count
    assert share == (
        "As a share of a base that grew (actively managed: 1,400 then, 1,700 now), "
        "nothing may be concluded: chance alone could explain the difference "
        "(15.5% then, 16.1% now: +0.6 points, 95% interval −2.0 to +3.1)."
    )


def test_a_base_that_shrank_is_said_to_have() -> None:
    said = of_shares(counted(273), was(217), base(1400), base(1488))
    assert said.startswith(
        "As a share of a base that shrank (actively managed: 1,488 then, 1,400 now), higher by"
    )


def test_an_end_that_is_not_0_is_not_written_as_0() -> None:
    said = of_shares(counted(0), was(5), base(90), base(100))
    assert said.endswith("(5.0% then, 0.0% now: −5.0 points, 95% interval −11.2 to −0.01).")


def test_an_end_that_is_not_1_is_not_written_as_1() -> None:
    above = concluded(counted(40_000), was(39_441)).sentences[0]
    assert "higher by" in above
    assert "95% interval 1.0001 to 1.03" in above
    below = concluded(counted(39_441), was(40_000)).sentences[0]
    assert "lower by" in below
    assert "95% interval 0.97 to 0.9999" in below


def test_none_then_has_no_ratio_and_no_upper_end() -> None:
    found = concluded(counted(9), was(0))
    assert found.count is not None
    assert math.isinf(found.count.high)
    assert found.sentences[0] == (
        "As bare counts, higher by more than chance alone would explain "
        "(none then, so no single ratio; 95% interval 1.97 or more)."
    )


def test_none_now_has_a_ratio_of_0() -> None:
    assert concluded(counted(0), was(5)).sentences[0] == (
        "As bare counts, nothing may be concluded: chance alone could explain the difference "
        "(ratio of now to then 0, 95% interval 0 to 1.09)."
    )


def test_none_and_none_are_no_difference_and_still_have_shares() -> None:
    found = concluded(counted(0), was(0), base(90), base(100))
    assert found.count is None
    assert found.sentences == (
        "As bare counts, none then and none now: there is no ratio.",
        "As a share of a base that shrank (actively managed: 100 then, 90 now), no difference "
        "(0.0% then, 0.0% now: 0.0 points, 95% interval −3.7 to +4.1).",
        SAME_PEOPLE,
    )


def test_equal_figures_are_no_difference_with_an_interval() -> None:
    found = concluded(counted(217), was(217), base(1400), base(1400))
    assert found.sentences == (
        "As bare counts, no difference (ratio of now to then 1.00, 95% interval 0.82 to 1.21).",
        "As a share of a base that did not move (actively managed: 1,400 then, 1,400 now), "
        "no difference (15.5% then, 15.5% now: 0.0 points, 95% interval −2.7 to +2.7).",
        SAME_PEOPLE,
    )


@pytest.mark.parametrize(
    ("now", "then", "reason"),
    [
        (counted(273), None, "there is no earlier figure"),
        (
            counted(273),
            published(500, 400, 499, qualifier=Qualifier.NEARLY),
            "the figure then is hedged (just under 500), not an exact count",
        ),
        # "About 1" can only be 1, and is a hedge all the same.
        (
            counted(273),
            published(1, 1, 1, qualifier=Qualifier.ABOUT),
            "the figure then is hedged (≈1), not an exact count",
        ),
        (
            counted(None, unknown="no visits file"),
            was(217),
            "the figure now is not known (no visits file)",
        ),
        (counted(273), was(None), "the figure then is not known"),
        (
            counted(273, definition="Grace 0."),
            was(217, definition="Grace 7."),
            "the two are not comparable, since the definitions differ: Grace 0. now, Grace 7. then",
        ),
        (
            counted(1, unit="per cent"),
            was(2, unit="per cent"),
            "the two are not comparable, since their unit, per cent, is none of this measure's",
        ),
        (
            counted(1, unit="per 100,000"),
            was(2),
            "the two are not comparable, since one is in per 100,000, the other in people",
        ),
        (
            counted(1),
            was(None, suppressed=True),
            "the two are not comparable, since the figure then was withheld",
        ),
        (counted(1.5), was(2), "the figure now is not a whole number of 0 or more"),
        (
            counted(1, partial="1 to 17 Jan"),
            was(2),
            "the figure now does not cover its whole period (1 to 17 Jan)",
        ),
    ],
)
def test_what_is_no_exact_count_has_no_interval_and_says_why(
    now: Figure, then: Figure | None, reason: str
) -> None:
    assert concluded(now, then) == Conclusion(None, None, (f"No interval: {reason}.",))


@pytest.mark.parametrize(
    ("measure", "unit", "kind"),
    [
        ("overdue_visits_oldest_days", "days", "an age"),
        ("overdue_visits_median_days", "days", "an age"),
        ("not_seen_longest_days", "days", "an age"),
        ("caseload_max", "people", "a largest or an average over officers"),
        ("caseload_median", "people", "a largest or an average over officers"),
        ("net_growth", "people", "a difference of two counts"),
        ("overdue_visits_share", "per cent", "said as a per cent"),
        ("mappa_category_1_rate", "per 100,000", "a rate"),
    ],
)
def test_a_whole_number_that_is_no_count_has_no_interval(
    measure: str, unit: str, kind: str
) -> None:
    now, then = counted(3, measure=measure, unit=unit), was(2, measure=measure, unit=unit)
    found = concluded(now, then, measure=measure)
    assert found.sentences == (f"No interval: the figure now is {kind}, not a count.",)


@pytest.mark.parametrize(
    ("base_now", "base_then", "reason"),
    [
        (None, None, "neither figure has a base that is known, with anybody in it"),
        (None, base(1400), "the base now is not known, or nobody is in it"),
        (
            base(1488),
            published(1400, 1350, 1450, measure="actively_managed", qualifier=Qualifier.ABOUT),
            "the base then is hedged (≈1,400), not an exact count",
        ),
        (
            base(1488),
            base(1400, measure="managed"),
            "the bases differ: actively managed now, managed then",
        ),
        (
            base(1488, slices=(Slice("risk_level", "very_high"),)),
            base(1400),
            "the bases differ: actively managed, risk level very high now, actively managed then",
        ),
        (
            base(1488),
            base(1400, definition="Of another kind."),
            "the bases are not comparable, since the definitions differ: "
            "Managed and active. now, Of another kind. then",
        ),
        (base(1488), base(100), "the figure then is larger than its base"),
    ],
)
def test_shares_of_unlike_or_inexact_bases_are_not_judged(
    base_now: Figure | None, base_then: Figure | None, reason: str
) -> None:
    found = concluded(counted(273), was(217), base_now, base_then)
    assert found.share is None
    assert found.sentences[1:] == (f"As shares, no interval: {reason}.", SAME_PEOPLE)


def test_the_share_of_another_figure_is_not_taken_for_that_of_this_one() -> None:
    now, then, other = counted(273), was(217), was(220)
    overdue = MEASURES["overdue_visits"]
    share_now, share_other = share_of(now, base(1488)), share_of(other, base(1400))
    assert isinstance(share_other, Share)
    found = conclude(overdue, compare(overdue, now, then, other), share_now, share_other)
    assert found.sentences[1] == "As shares, no interval: the share then is of another figure."


def test_a_count_of_everybody_has_no_words_on_shares() -> None:
    now, then = counted(1700, measure="registered"), was(1600, measure="registered")
    found = concluded(now, then, measure="registered")
    assert len(found.sentences) == 2
    assert found.sentences[1] == SAME_PEOPLE


def test_visits_of_a_month_are_not_the_same_people() -> None:
    month = {"measure": "visits_seen", "unit": "visits"}
    now = counted(340, as_at=date(2023, 11, 30), period_start=date(2023, 11, 1), **month)
    then = was(300, as_at=date(2023, 4, 30), period_start=date(2023, 4, 1), **month)
    found = concluded(now, then, measure="visits_seen")
    assert found.count is not None
    assert found.sentences[-1] == NO_SAMPLE


@given(st.integers(0, 300), st.integers(0, 300), st.integers(300, 900), st.integers(300, 900))
def test_the_words_say_what_the_intervals_say(now: int, then: int, here: int, there: int) -> None:
    found = concluded(counted(now), was(then), base(here), base(there))
    count, share, *both, last = found.sentences
    assert last == SAME_PEOPLE
    assert found.share is not None
    intervals = [(share, found.share.low, found.share.high, 0)]
    if found.count is not None:
        intervals.append((count, found.count.low, found.count.high, 1))
    for sentence, low, high, same in intervals:
        assert ("higher by more than chance" in sentence) == (low > same)
        assert ("lower by more than chance" in sentence) == (high < same)
        assert not re.search(r"[−+]0\.0+(?!\d)", sentence)
    said = {"".join(re.findall("higher|lower", sentence)[:1]) for sentence in (count, share)}
    assert bool(both) == (len(said) > 1)
    assert ("more than chance alone" in found.brief) == (said != {""})


def test_a_count_that_fell_and_a_share_that_rose_are_told_apart() -> None:
    found = concluded(counted(89), was(119), base(300), base(508))
    count, share, both, _ = found.sentences
    assert "lower by more than chance" in count
    assert "higher by more than chance" in share
    assert both.startswith("The two point opposite ways")


def test_who_joined_once_is_not_the_same_people() -> None:
    now = counted(40, measure="joiners", period_start=date(2023, 12, 19))
    then = was(30, measure="joiners", period_start=date(2023, 3, 2))
    found = concluded(now, then, measure="joiners")
    assert found.count is not None
    assert found.sentences[-1] == NO_SAMPLE
