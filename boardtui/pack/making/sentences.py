"""The sentences of a paper: what slides say of the same figures, and figures in running text."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.phrases import of_base
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import Message, NotToldError
from boardtui.panels.slides.sentences import change_clause, said
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def first_told(board: Board, *slides: Slide) -> Message | None:
    """The message of the first of some slides that has something to say; None where none has."""
    for slide in slides:
        try:
            return KINDS[slide.kind].message(slide, board)
        except NotToldError:
            continue
    return None


def sized(measure: str) -> tuple[Slide, Slide]:
    """A figure beside what it was; where that is not known, alone."""
    return Slide(kind="then-and-now", measure=measure), Slide(kind="figure", measure=measure)


def message_of(board: Board, *slides: Slide) -> str:
    """The sentence in full of the first of some slides that has one; blank where none has."""
    told = first_told(board, *slides)
    return told.sentences[0] if told is not None and told.sentences else ""


def sentence(one: ComparedFigure, review: Review) -> str:
    """A figure in a sentence, with how it changed where that is known."""
    clause = change_clause(one, review)
    return f"{said(one.figure)}{f': {clause}' if clause else ''}."


def sentences(board: Board, *measures: str) -> Iterator[str]:
    """A sentence for each of some measures of which the day has a figure."""
    for name in measures:
        if (one := known(board.review.figures(name))) is not None:
            yield sentence(one, board.review)


def based(one: ComparedFigure) -> str:
    """What a figure is a share of: "18.3% of 1,488 actively managed"; blank where nothing is."""
    return of_base(one.share) if one.share is not None else ""
