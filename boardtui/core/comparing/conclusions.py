"""What may be concluded from the difference of two figures, in words: two points are no trend."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.comparing.chance_wording import (
    both_sentence,
    count_sentence,
    in_brief,
    in_words,
    share_sentence,
)
from boardtui.core.comparing.comparison import Comparison
from boardtui.core.comparing.countable import why_no_count
from boardtui.core.comparing.shares_compared import bases_differ
from boardtui.core.comparing.uncertainty import (
    CountRatio,
    ShareDifference,
    count_ratio,
    share_difference,
)
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.share import Share
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Measure

SAME_PEOPLE = (
    "The same people recur in both counts, and neither is a random sample, so this is a guide only."
)
NO_SAMPLE = "Neither count is a random sample, so this is a guide only."


class Conclusion(Struct, frozen=True):
    """How far chance alone could go in explaining a difference, and the words for it.

    `count` compares the bare counts, `share` the shares of their bases; each is None where it can't
    be worked out, and a sentence says why. `brief` is both in a line, where there is a ratio.
    """

    count: CountRatio | None
    share: ShareDifference | None
    sentences: tuple[str, ...]
    brief: str = ""

    @property
    def in_words(self) -> str:
        """The result in the words of a line: "chance alone could explain it"; else nothing."""
        return in_words(self.count, self.share)

    @property
    def intervals(self) -> int:
        """How many intervals it rests on: none, one, or two."""
        return (self.count is not None) + (self.share is not None)


def conclude(
    measure: Measure, comparison: Comparison, share: Share | None, share_then: Share | None
) -> Conclusion:
    """What may be concluded of a figure and what it was.

    `share` is that of the comparison's figure now, `share_then` that of its figure then. The first
    call that has something to work out takes a third of a second: it imports scipy's functions.
    """
    now, then = comparison.now, comparison.then
    if then is None:
        return Conclusion(None, None, ("No interval: there is no earlier figure.",))
    if obstacle := _obstacle(measure, comparison, then):
        return Conclusion(None, None, (f"No interval: {obstacle}.",))
    before, after = _count(then), _count(now)
    ratio = count_ratio(after, before)
    difference, of_shares = _of_shares(measure, comparison, then, share, share_then)
    # A published backlog may be said in visits: the measure, not the figure, tells who is counted.
    last = SAME_PEOPLE if measure.unit == "people" and not measure.period else NO_SAMPLE
    both = both_sentence(ratio, difference) if ratio and difference else ""
    sentences = (count_sentence(ratio, after, before), *of_shares, both, last)
    brief = in_brief(ratio, difference) if ratio else ""
    return Conclusion(ratio, difference, tuple(filter(None, sentences)), brief)


def _of_shares(
    measure: Measure,
    comparison: Comparison,
    then: Figure,
    share: Share | None,
    share_then: Share | None,
) -> tuple[ShareDifference | None, tuple[str, ...]]:
    """The difference of the shares with its sentence, or a sentence that says why there is none."""
    now = comparison.now
    if share is None or share_then is None:
        # A count of everybody is a share of nothing, which needs no words.
        if measure.base is None:
            return None, ()
        return None, (f"As shares, no interval: {_missing(share, share_then)}.",)
    if reason := _unlike(share, share_then, now, then):
        return None, (f"As shares, no interval: {reason}.",)
    found = share_difference(_count(now), _count(share.base), _count(then), _count(share_then.base))
    return found, (share_sentence(found, share, share_then),)


def _obstacle(measure: Measure, comparison: Comparison, then: Figure) -> str | None:
    """Why nothing can be worked out of two figures; None where it can."""
    if comparison.comparable is False:
        return f"the two are not comparable, since {comparison.caution}"
    return why_no_count(measure, comparison.now, "the figure now") or why_no_count(
        measure, then, "the figure then"
    )


def _missing(share: Share | None, share_then: Share | None) -> str:
    none = "the base {} is not known, or nobody is in it"
    if share is None and share_then is None:
        return "neither figure has a base that is known, with anybody in it"
    return none.format("now" if share is None else "then")


def _unlike(share: Share, share_then: Share, now: Figure, then: Figure) -> str | None:
    """Why the difference of two shares cannot be judged; None where it can."""
    if reason := bases_differ(share, share_then):
        return reason
    base = MEASURES[share.of]
    for figure, each, when in ((now, share, "now"), (then, share_then, "then")):
        if reason := why_no_count(base, each.base, f"the base {when}"):
            return reason
        if _count(figure) > _count(each.base):
            return f"the figure {when} is larger than its base"
        if each.value != _count(figure) / _count(each.base):
            return f"the share {when} is of another figure"
    return None


def _count(figure: Figure) -> int:
    """The value of a figure that is known to be an exact whole count."""
    assert figure.value is not None
    return int(figure.value)
