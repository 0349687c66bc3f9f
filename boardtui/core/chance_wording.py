"""How chance is told: the sentences on a ratio of counts and on a difference of shares."""

from __future__ import annotations

import math

from boardtui.core.dimension import DIMENSIONS, slice_title
from boardtui.core.measures import MEASURES
from boardtui.core.share import Share
from boardtui.core.uncertainty import CountRatio, ShareDifference
from boardtui.core.wording import number_text, percent_text, signed, value_text

HIGHER = "higher by more than chance alone would explain"
LOWER = "lower by more than chance alone would explain"
UNCLEAR = "nothing may be concluded: chance alone could explain the difference"
NONE = "no difference"


def _verdict(low: float, high: float, same: float, *, equal: bool) -> str:
    """What an interval allows to be said, where the value `same` would be no difference."""
    if equal:
        return NONE
    return HIGHER if low > same else LOWER if high < same else UNCLEAR


def count_sentence(ratio: CountRatio | None, now: int, then: int) -> str:
    """What two counts and their ratio allow to be concluded; there is no ratio of 0 and 0."""
    if ratio is None:
        return "As bare counts, none then and none now: there is no ratio."
    verdict = _verdict(ratio.low, ratio.high, 1, equal=now == then)
    low = _ratio_text(ratio.low)
    if math.isinf(ratio.high):
        said = f"none then, so no single ratio; 95% interval {low} or more"
    else:
        said = f"ratio of now to then {_ratio_text(ratio.ratio)}, "
        said += f"95% interval {low} to {_ratio_text(ratio.high)}"
    return f"As bare counts, {verdict} ({said})."


def share_sentence(difference: ShareDifference, share: Share, share_then: Share) -> str:
    """What two shares of exact bases allow to be concluded, and what became of the base."""
    now, then = share.base.value or 0, share_then.base.value or 0
    moved = "grew" if now > then else "shrank" if now < then else "did not move"
    bases = f"{value_text(share_then.base, unit=False)} then"
    bases += f", {value_text(share.base, unit=False)} now"
    verdict = _verdict(difference.low, difference.high, 0, equal=share.value == share_then.value)
    low, high = _points_text(difference.low), _points_text(difference.high)
    return (
        f"As a share of a base that {moved} ({base_in_words(share)}: {bases}), {verdict} "
        f"({percent_text(share_then.value)} then, {percent_text(share.value)} now: "
        f"{_points_text(difference.difference)} points, 95% interval {low} to {high})."
    )


def base_in_words(share: Share) -> str:
    """A base by its name, with the slice of it: "actively managed, risk level high"."""
    slices = (
        f"{DIMENSIONS[s.dimension].title.lower()} {slice_title(s.dimension, s.value)}"
        for s in share.slices
    )
    return ", ".join((MEASURES[share.of].title.lower(), *slices))


def _ratio_text(ratio: float) -> str:
    return "0" if ratio == 0 else number_text(ratio, _telling_places(ratio, (0, 1), 2))


def _points_text(fraction: float) -> str:
    points = fraction * 100
    return signed(points, _telling_places(points, (0,), 1))


FINEST = 6
"""The most places a number is written with; what is smaller is an error of rounding."""


def _telling_places(number: float, marks: tuple[int, ...], least: int) -> int:
    """As few places as keep a number from reading as a mark that it is not: 1.0004, not 1.00."""
    for places in range(least, FINEST + 1):
        read = number_text(number, places)
        if all(read != number_text(mark, places) or number == mark for mark in marks):
            return places
    return least
