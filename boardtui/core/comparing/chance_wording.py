"""How chance is told: the sentences on a ratio of counts and on a difference of shares."""

from __future__ import annotations

import math

from boardtui.core.comparing.shares_compared import base_in_words
from boardtui.core.comparing.uncertainty import CountRatio, ShareDifference
from boardtui.core.figure.share import Share
from boardtui.core.words.wording import number_text, percent_text, signed, value_text

HIGHER = "higher by more than chance alone would explain"
LOWER = "lower by more than chance alone would explain"
UNCLEAR = "nothing may be concluded: chance alone could explain the difference"
NONE = "no difference"


def count_verdict(ratio: CountRatio) -> str:
    """What the interval of a ratio of counts allows to be said."""
    return _verdict(ratio.low, ratio.high, 1, equal=ratio.ratio == 1)


def share_verdict(difference: ShareDifference) -> str:
    """What the interval of a difference of shares allows to be said."""
    return _verdict(difference.low, difference.high, 0, equal=difference.difference == 0)


def _verdict(low: float, high: float, same: float, *, equal: bool) -> str:
    """What an interval allows to be said, where the value `same` would be no difference."""
    if equal:
        return NONE
    return HIGHER if low > same else LOWER if high < same else UNCLEAR


def both_sentence(ratio: CountRatio, difference: ShareDifference) -> str:
    """What holds where counts and shares allow different things to be said; nothing elsewhere."""
    verdicts = {count_verdict(ratio), share_verdict(difference)}
    if verdicts == {HIGHER, LOWER}:
        return "The two point opposite ways, since the base moved: say which of them is meant."
    if len(verdicts) > 1 and not verdicts.isdisjoint({HIGHER, LOWER}):
        return "Where the two differ, only the more careful of them may be concluded."
    return ""


BRIEFLY = {
    HIGHER: "higher by more than chance alone",
    LOWER: "lower by more than chance alone",
    UNCLEAR: "chance alone could explain it",
    NONE: NONE,
}


def in_brief(ratio: CountRatio, difference: ShareDifference | None) -> str:
    """Both intervals with what they allow to be said, in a line."""
    high = "no end" if math.isinf(ratio.high) else _ratio_text(ratio.high)
    told = "none then" if math.isinf(ratio.ratio) else f"ratio {_ratio_text(ratio.ratio)}"
    told += f", 95% interval {_ratio_text(ratio.low)} to {high}: {BRIEFLY[count_verdict(ratio)]}"
    if difference is None:
        return told
    low, high = _points_text(difference.low), _points_text(difference.high)
    points = f"{_points_text(difference.difference)} points, {low} to {high}"
    return f"{told}; as shares {points}: {BRIEFLY[share_verdict(difference)]}"


MORE = "more than chance alone explains"


def in_words(ratio: CountRatio | None, difference: ShareDifference | None) -> str:
    """What both intervals allow to be said, without a number; nothing where there is neither."""
    count = count_verdict(ratio) if ratio else None
    share = share_verdict(difference) if difference else None
    found = {count, share} - {None}
    if found == {HIGHER, LOWER}:
        return f"count and share moved opposite ways, each by {MORE}"
    if count in (HIGHER, LOWER) and share in (HIGHER, LOWER):
        return f"{MORE}, as a count and as a share"
    if count in (HIGHER, LOWER):
        return f"{MORE}, as a count" + (", not as a share" if share else "")
    if share in (HIGHER, LOWER):
        return f"{MORE}, as a share" + (", not as a count" if count else "")
    if not found:
        return ""
    return NONE if found == {NONE} else BRIEFLY[UNCLEAR]


def count_sentence(ratio: CountRatio | None, now: int, then: int) -> str:
    """What two counts and their ratio allow to be concluded; there is no ratio of 0 and 0."""
    if ratio is None:
        return "As bare counts, none then and none now: there is no ratio."
    verdict = count_verdict(ratio)
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
    verdict = share_verdict(difference)
    low, high = _points_text(difference.low), _points_text(difference.high)
    return (
        f"As a share of a base that {moved} ({base_in_words(share)}: {bases}), {verdict} "
        f"({percent_text(share_then.value)} then, {percent_text(share.value)} now: "
        f"{_points_text(difference.difference)} points, 95% interval {low} to {high})."
    )


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
