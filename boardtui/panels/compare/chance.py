"""How far chance alone could go in explaining the backlogs' differences: a line, or in words.

It is said of backlogs and the risk in them alone. A register is counted in full, and an officer's
people are given to the officer: chance made neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.panel import Board, ConclusionKey
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

if TYPE_CHECKING:
    from boardtui.core.comparing.conclusions import Conclusion

LEFT_TO_CHANCE = tuple(
    name for each in BACKLOGS.values() for name in (each.overdue_name, each.high_risk_name)
)
"""The measures of which it is said: the backlogs, and those of them at high or very high risk."""

NO_TREND = "Two points are a difference, not a trend."

WORKING = "being worked out…"


def to_conclude(review: Review) -> dict[ConclusionKey, ComparedFigure]:
    """The differences of which it is said: a figure now, set against each figure then.

    A second figure then counts where it is not the same number: the records may say what was not
    said.
    """
    found: dict[ConclusionKey, ComparedFigure] = {}
    for name in LEFT_TO_CHANCE:
        for one in review.figures(name)[:1]:
            then, other = one.comparison.then, one.comparison.then_other
            if then is None:
                continue
            found[one.figure, then.origin] = one
            if other is not None and other.interval not in (None, then.interval):
                found[one.figure, other.origin] = review.compared(one.figure, other.origin)
    return found


def conclusions_of(
    compared: Mapping[ConclusionKey, ComparedFigure],
) -> dict[ConclusionKey, Conclusion]:
    """What may be concluded of each; the first time takes a second or two, for the library."""
    from boardtui.core.comparing.conclusions import conclude

    return {
        key: conclude(
            one.measure, one.comparison, one.share, one.share_then or one.share_then_other
        )
        for key, one in compared.items()
    }


def chance_line(board: Board, now: Figure, then: Figure) -> str:
    """How far chance could go, in a line; where there are several intervals, that there are."""
    if board.conclusions is None:
        return f"chance: {board.working or WORKING}"
    found = board.conclusions.get((now, then.origin))
    if found is None or not found.intervals:
        return "no interval of chance"
    return found.in_words


def intervals(board: Board) -> int:
    """How many intervals a page has that sets each backlog against what it was."""
    return sum(one.intervals for one in (board.conclusions or {}).values())


def reasoning(board: Board, subject: ComparedFigure) -> Iterator[tuple[str, str]]:
    """The reasoning about a figure's difference, in words, as labelled rows."""
    compared = subject.comparison
    if compared.then is None or subject.measure.name not in LEFT_TO_CHANCE:
        return
    yield "two points", NO_TREND
    if board.conclusions is None:
        yield "chance", board.working or WORKING
        return
    mine = [
        (origin, found)
        for origin in (compared.then.origin, *(set(Origin) - {compared.then.origin}))
        if (found := board.conclusions.get((subject.figure, origin))) is not None
    ]
    for origin, found in mine:
        source = "by the records then" if origin is Origin.RECORDS else "as said then"
        label = f"chance, {source}" if len(mine) > 1 else "chance"
        for sentence in found.sentences:
            yield label, sentence
    count = intervals(board)
    if count > 1:
        yield (
            "several",
            f"The comparison has {count} such intervals. Were chance alone at work, about one in "
            "twenty would still leave out no difference: one among several says less than one.",
        )
