"""A figure as it is shown: beside its bases, what it was, and what else was given for it."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.possible_base import PossibleCount
from boardtui.core.figure.share import Share
from boardtui.core.measures.measure import Measure


class ComparedFigure(Struct, frozen=True):
    """A figure as it is shown: with its share of its base, its part of its whole, its change.

    `share_then` is the share of the baseline's figure, None where the base then was not published;
    `share_then_other` that of its other figure. `part` is a slice's share of the measure's whole.
    """

    measure: Measure
    figure: Figure
    comparison: Comparison
    share: Share | None = None
    part: Share | None = None
    share_then: Share | None = None
    share_then_other: Share | None = None
    earlier: bool = False
    """Whether it was said of an earlier day than the one looked at, for want of a later figure."""
    others: tuple[Figure, ...] = ()
    """What else was given for the same thing: by records, or by others in public."""
    chosen: bool = True
    """Whether it is the one that stands for all of those."""
    possible_counts: tuple[PossibleCount, ...] = ()
    """What a per cent would count of each base that it may have, where its base is open."""
    stored: Figure | None = None
    """What it was when it was taken in, where that was under another definition."""
    then_stored: Figure | None = None
    """The same of what the records of the baseline's day give."""
    force: str | None = None
    """Whose figure it is, where it is not one of the force looked at."""

    @property
    def caution(self) -> str | None:
        """What is to be borne in mind: of the comparison, and of what was taken for granted."""
        return "; ".join(filter(None, (self.comparison.caution, self.assumed))) or None

    @property
    def assumed(self) -> str | None:
        """What was taken for granted of the figure, now and then."""
        return "; ".join(filter(None, (self.figure.assumed, self._assumed_then))) or None

    @property
    def _assumed_then(self) -> str | None:
        """What was taken for granted of the figure then, where it was not of the one now."""
        then = self.comparison.then
        assumed = then.assumed if then else None
        return f"then: {assumed}" if assumed and assumed != self.figure.assumed else None

    @property
    def agrees(self) -> bool | None:
        """Whether it and the chosen one can both be true; None of that one, and where not known."""
        return None if self.chosen or not self.others else agree(self.figure, self.others[0])
