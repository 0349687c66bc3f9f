"""What stands below the cards: which of them are not given, and why nothing is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardtui.core.figure.figure import Figure
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.arranging import SHOWN
from boardtui.panels.cards.standing import Standing, absent
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.panels.text import Line, chunk, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.side import Side

NO_DAY = "Nothing to compare: no earlier day."


def not_given(board: Board, there: Sequence[Standing]) -> str:
    """The cards that are not there, but those whose figures of earlier in the year are in sight.

    Nor, where there is no earlier day, what changed since: that is said already.
    """
    earlier = _earlier_in_sight(there)
    first = NO_DAY in nothing_to_compare(board)
    missing = [
        of.called
        for of in absent(there)
        if of.measure not in earlier and not (first and of.name == "changed")
    ]
    if {BOTH[0], BOTH[1]} <= {*missing}:
        missing[missing.index(BOTH[0])] = "overdue visits and assessments"
        missing.remove(BOTH[1])
    return f"Not given for this day: {', '.join(missing)}." if missing else ""


BOTH = ("overdue visits", "overdue assessments")


def _earlier_in_sight(there: Sequence[Standing]) -> set[str]:
    """The measures of which the card of earlier figures, if it is in sight, has the whole."""
    return {
        piece.subject.figure.measure
        for each in there[:SHOWN]
        if each.of.name == "earlier"
        for block in each.card.blocks
        for line in block.lines
        for piece in line
        if isinstance(piece.subject, ComparedFigure) and not piece.subject.figure.slices
    }


def nothing_to_compare(board: Board) -> tuple[str, ...]:
    """Of a day that is compared with none: why, in full and in short.

    Nothing where something was given of both days, so that only nobody asked for it.
    """
    review = board.review
    if review.selection.baseline is not None:
        return ()
    if not review.beyond.comparable():
        return (NO_DAY,)
    if review.selection.snapshot is not None:
        return ()
    now = [figure for figure in review.now.published if figure.as_at == review.selection.day]
    earlier = review.beyond.earlier()
    if {_thing(figure) for figure in now} & {_thing(figure) for figure in earlier}:
        return ()
    for backlog in BACKLOGS.values():
        mine, theirs = _kinds(backlog, now), _kinds(backlog, earlier)
        if mine and theirs:
            return _otherwise_given(review, backlog, earlier, mine)
    return ("Nothing to compare: what this day has was not published of an earlier one.",)


def within_lines(told: Sequence[str], width: int, most: int) -> list[Line]:
    """The first of the ways to say a thing that takes at `most` so many lines; else the last."""
    ways = [wrapped([chunk(quiet(words))], max(1, width)) for words in told]
    return next((lines for lines in ways if len(lines) <= most), ways[-1] if ways else [])


def _thing(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.slices


def _kinds(backlog: Backlog, figures: Iterable[Figure]) -> list[str]:
    """In which ways a backlog was given: counted as a whole, as a share, or a part of it."""
    found = {(figure.measure, bool(figure.slices)) for figure in figures}
    kinds = {
        (backlog.overdue_name, False): "a count of all",
        (f"{backlog.overdue_name}_share", False): "a share",
        (backlog.overdue_name, True): "a part",
    }
    return [words for kind, words in kinds.items() if kind in found]


def _otherwise_given(
    review: Review, backlog: Backlog, earlier: Sequence[Figure], now: Sequence[str]
) -> tuple[str, str]:
    """How a backlog was given on the latest earlier day on which something was, and how on this."""
    family = (backlog.overdue_name, f"{backlog.overdue_name}_share")
    day = max(figure.as_at for figure in earlier if figure.measure in family)
    of_day = [figure for figure in earlier if figure.as_at == day]
    kinds = _kinds(backlog, of_day)
    told = _and([kind for kind in kinds if kind not in now] or kinds)
    inspected = any(inspection.day == day for inspection in review.beyond.inspections())
    who = f"the inspection of {day.year}" if inspected else f"what was published of {day_text(day)}"
    whole = [f for f in of_day if f.measure == backlog.overdue_name and not f.slices]
    return (
        f"Nothing to compare: {who} gave {told}{_count(whole, of_day)}; this day has {_and(now)}.",
        f"Nothing to compare: {day.year} gave {told}, this day {_and(now)}.",
    )


def _count(whole: Sequence[Figure], of_day: Sequence[Figure]) -> str:
    """The count itself, with its base: ", 400 of 1,297 managed"."""
    if not whole:
        return ""
    share = Side(published=list(of_day)).share(whole[0])
    base = f" of {value_text(share.base, unit=False)} {base_words(share.of)}" if share else ""
    return f", {value_text(whole[0], unit=False)}{base}"


def _and(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
