"""Forces side by side in sentences, the same wherever it is told."""

from __future__ import annotations

from boardtui.core.funnel.funnel import BEYOND_998, INSIDE
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
    """How the opened force lies among the others, and what they have in common."""
    own = _own(found)
    lead = (
        f"{own.force}: {share_words(found, own.share)}. " if own and own.share is not None else ""
    )
    return f"{lead}{' '.join(filter(None, (common_sentence(found), lies_sentence(found))))}"


def common_sentence(found: SideBySide) -> str:
    """What all who count alike have in common; without limits, why there are none."""
    count = len(found.compared)
    many = (
        f"{count} forces count" if count > 1 else "One force counts" if count else "No force counts"
    )
    if found.funnel is None:
        why = f" No limits are drawn: {found.no_limits}." if found.no_limits else ""
        return f"{many} this alike.{why}"
    return f"{many} this alike: {share_words(found, found.funnel.target)} of all together."


def lies_sentence(found: SideBySide) -> str:
    """Where the opened force lies; nothing where no limits are drawn for it."""
    own = _own(found)
    if own is None or own.where is None:
        return ""
    if own.where == INSIDE:
        return f"{own.force} lies inside the limits: chance and the usual spread explain it."
    return f"{own.force} lies {_beyond(own, found)}."


def _own(found: SideBySide) -> Compared | None:
    return next((one for one in found.compared if one.force == found.opened), None)


def _beyond(own: Compared, found: SideBySide) -> str:
    one_in = "1 in 500" if own.where == BEYOND_998 else "1 in 20"
    return f"{where_words(own, found)} limits, where chance would put {one_in}"


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
