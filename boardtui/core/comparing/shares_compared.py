"""Whether two shares can be set against each other: they must be of the same base."""

from __future__ import annotations

from boardtui.core.comparing.comparison import not_comparable
from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.share import Share
from boardtui.core.measures import MEASURES


def bases_differ(now: Share, then: Share) -> str | None:
    """Why the bases of two shares are not the same, as the end of a sentence; None where they are.

    Two bases that were counted and said of the same measure are the same: what is not stated is
    unknown, not different.
    """
    if (now.of, now.slices) != (then.of, then.slices):
        return f"the bases differ: {base_in_words(now)} now, {base_in_words(then)} then"
    reason = not_comparable(MEASURES[now.of], now.base, then.base)
    return f"the bases are not comparable, since {reason}" if reason else None


def base_in_words(share: Share) -> str:
    """A base by its name, with the slice of it: "actively managed, risk level high"."""
    slices = (
        f"{DIMENSIONS[s.dimension].inside} {slice_title(s.dimension, s.value)}"
        for s in share.slices
    )
    return ", ".join((MEASURES[share.of].title.lower(), *slices))
