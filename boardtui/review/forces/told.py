"""Forces side by side in sentences, the same wherever it is told."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.funnel.funnel import BEYOND_998, INSIDE
from boardtui.core.measures import MEASURES
from boardtui.core.words.wording import number_text, percent_text
from boardtui.review.forces.bases import OF_POPULATION
from boardtui.review.forces.side import Compared, SideBySide

PER = 100_000


def share_words(found: SideBySide, share: float) -> str:
    """A share in the measure's own way: per cent, or per 100,000 people."""
    if found.measure in OF_POPULATION:
        return f"{number_text(share * PER, 1)} per 100,000"
    return percent_text(share)


def where_words(one: Compared, found: SideBySide) -> str:
    """Where a force lies, in words: "inside", "above 99.8%"."""
    if one.where is None or found.funnel is None or one.share is None:
        return ""
    if one.where == INSIDE:
        return INSIDE
    side = "above" if one.share > found.funnel.target else "below"
    return f"{side} {'99.8%' if one.where == BEYOND_998 else '95%'}"


def sentence(found: SideBySide) -> str:
    """How the opened force lies among the others; of none, what they have in common."""
    title = MEASURES[found.measure].title
    count = len(found.compared)
    limits = found.funnel
    if limits is None:
        why = f" No limits are drawn: {found.no_limits}." if found.no_limits else ""
        return f"{title}: {count} {'force counts' if count == 1 else 'forces count'} alike.{why}"
    common = f"{share_words(found, limits.target)} of all {count} forces together"
    own = next((one for one in found.compared if one.force == found.opened), None)
    if own is None or own.share is None:
        return f"{title}: {common}."
    lies = {
        INSIDE: "within what chance and the usual spread of forces explain",
    }.get(own.where or INSIDE, _beyond(own, found))
    return f"{own.force}: {share_words(found, own.share)}, {lies}; {common}."


def _beyond(own: Compared, found: SideBySide) -> str:
    one_in = "1 in 500" if own.where == BEYOND_998 else "1 in 20"
    return f"{where_words(own, found)} limits, where chance puts {one_in}"


def dispersion_sentence(found: SideBySide) -> str:
    """How far forces lie apart beyond chance; nothing where no limits are drawn."""
    limits = found.funnel
    if limits is None:
        return ""
    spread = limits.dispersion
    factor = number_text(spread.factor, 1)
    if not spread.tau:
        return (
            f"The forces differ no more than chance would have it (dispersion {factor}); the "
            "limits are those of chance alone."
        )
    tau = (
        f"{number_text(spread.tau * PER, 1)} per 100,000"
        if found.measure in OF_POPULATION
        else f"{number_text(spread.tau * 100, 1)} points"
    )
    return (
        f"The forces differ beyond chance (dispersion {factor}, τ {tau}); the limits are as much "
        "wider, so that what sets all forces apart singles none out."
    )


def counted_where(compared: Sequence[Compared]) -> str:
    """How many lie inside, and how many beyond."""
    inside = sum(one.where == INSIDE for one in compared)
    beyond = sum(one.where not in (None, INSIDE) for one in compared)
    return f"{number_text(inside)} inside, {number_text(beyond)} beyond"
