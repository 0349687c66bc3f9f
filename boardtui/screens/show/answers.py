"""Which slide answers a question from the floor."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.criterion.dimension import Slices
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.panels.panel import Board
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.review.breakdown import Breakdown, breakdown_at, closed, needs_work
from boardtui.review.find import ByTarget, FigureTarget, PartTarget

Answered = FigureTarget | ByTarget | PartTarget
"""What can be asked for in a show: neither a day, an action, nor a case."""

WHOLE_STEP = 10_000
"""A step after the last of any slide: all of it is shown."""

WORKING = Slide(kind="text", title="This is being worked out…")


def breakdown_of(target: Answered, board: Board) -> Breakdown | None:
    """What has to be worked out from records before the target can be shown; None for nothing."""
    if not isinstance(target, FigureTarget) or _closed(target, board):
        return None
    review = board.review
    found, _ = breakdown_at(target.measure, target.slices, review.definition)
    return found if found is not None and target.slices and needs_work(review, found) else None


def answer(target: Answered, board: Board) -> Slide:
    """The slide that answers a question, from what a board knows by now.

    Raises:
        NotToldError: there is no such figure, and why.
    """
    if shut := _closed(target, board):
        raise NotToldError(shut)
    refused: NotToldError | None = None
    for slide in _slides(target, board):
        try:
            KINDS[slide.kind].message(slide, board)
        except NotToldError as why:
            refused = refused or why
            continue
        return slide
    raise refused or NotToldError("nothing is known of it")


def _closed(target: Answered, board: Board) -> str:
    """Why an answer is closed to whoever is shown the board, without a full stop; else nothing."""
    match target:
        case FigureTarget(measure, slices) if slices:
            found, _ = breakdown_at(measure, slices, board.review.definition)
        case ByTarget(measure, dimension):
            found = Breakdown(measure, (dimension,))
        case _:
            found = None
    why = closed(board.review, found) if found is not None else None
    return (why or "").removesuffix(".")


def why_not(target: Answered, why: NotToldError, board: Board) -> str:
    """Why a question has no answer, in a sentence with the names that screens use.

    What a slide says of it has the names of a deck.
    """
    day = day_text(board.review.selection.day)
    _, known, reason = str(why).partition(f" for {day}")
    told = f"no figure was given for {day}{reason}" if known else str(why)
    return f"{target.title}: {told}."


def first_step(slide: Slide) -> int:
    """The step at which an answer is shown first: what became of a backlog is told whole."""
    return WHOLE_STEP if slide.kind == "flow" else 0


def _slides(target: Answered, board: Board) -> Iterator[Slide]:
    """The slides that could answer, the one that says most first."""
    match target:
        case ByTarget(measure, dimension):
            yield Slide(kind="answer", measure=measure, by=dimension)
        case PartTarget(backlog):
            yield Slide(kind="flow", measure=BACKLOGS[backlog].overdue_name)
        case FigureTarget(measure, slices):
            for kind in ("then-and-now", "figure", "years"):
                yield Slide(kind=kind, measure=measure, slices=_in_order(measure, slices, board))


def _in_order(measure: str, slices: Slices, board: Board) -> Slices:
    """Slices in the order in which their figure is worked out."""
    found, at = breakdown_at(measure, slices, board.review.definition)
    if found is None or not slices:
        return slices
    return found.within if at is None and found.within else found.cell(at)
