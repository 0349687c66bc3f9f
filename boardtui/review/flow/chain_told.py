"""What changed month by month, in a sentence made from its figures."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.flow.counts import Flow
from boardtui.core.trend.months import month_of
from boardtui.core.words.days import day_text, month_text
from boardtui.core.words.wording import number_text, signed
from boardtui.review.flow.chained import Chain


def sentences(chain: Chain) -> Iterator[str]:
    """How a backlog moved over its links, in full first, and then with less."""
    then, now = chain.direct.opening, chain.direct.closing
    of = f"{number_text(len(chain.links))} {every(chain)}s"
    if then is None or now is None:
        yield f"How overdue {chain.backlog.name} moved over {of} is not told."
        return
    went = f"{'rose' if now > then else 'fell'} from {number_text(then)} to {number_text(now)}"
    if then == now:
        went = f"stood at {number_text(now)} on both days"
    ways = [(moved_by(link), link) for link in chain.links]
    known = [(by, link) for by, link in ways if by is not None]
    short = f"Overdue {chain.backlog.name} {went}"
    start = f"{short}, {of} apart" if then == now else f"{short} over {of}"
    if chain.breaks:
        # Each link is under its own definition, and the flow from first to last under the last one.
        start += ", both counted as on the last day"
    if len(known) == len(ways):
        # With a fall as with a rise: in how many, and in which the most.
        sign = -1 if now < then else 1
        times = sum(by * sign > 0 for by, _ in known)
        most, link = max(known, key=lambda pair: pair[0] * sign)
        word = "fell" if sign < 0 else "rose"
        if times == 1:
            yield f"{start}: they {word} in {name_of(chain, link)} alone ({signed(most)})."
        elif times:
            yield (
                f"{start}: they {word} in {number_text(times)}, most in {name_of(chain, link)} "
                f"({signed(most)})."
            )
            yield f"{start}: they {word} in {number_text(times)}."
    yield f"{start}."
    yield f"{short}."


def every(chain: Chain) -> str:
    """What a link is called: a month, where each is of one."""
    return "month" if chain.monthly else "step"


def name_of(chain: Chain, link: Flow) -> str:
    """A link by its month, or by the day up to which it goes."""
    return month_text(month_of(link.end)) if chain.monthly else f"the step to {day_text(link.end)}"


def moved_by(link: Flow) -> int | None:
    """By how many a backlog is larger at the end of a link; None where that is not known."""
    if link.opening is None or link.closing is None:
        return None
    return link.closing - link.opening
