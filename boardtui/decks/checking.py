"""Checking a deck against a board: what is not there, and what its sentences say wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.core.criterion.dimension import ABOVE_LOW, DIMENSIONS, Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.words.nearest import did_you_mean
from boardtui.core.words.wording import withheld
from boardtui.decks.faults import Fault, ended, where
from boardtui.decks.numbers import typed_wrongly
from boardtui.decks.reading import Numbered
from boardtui.decks.stage import Stage
from boardtui.panels.panel import Board
from boardtui.panels.slides.filling import PLACEHOLDER, PLACEHOLDERS, placeholders
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import Message, NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import chunk, wrapped
from boardtui.review import NotThereError
from boardtui.review.day.compared import ComparedFigure

ROOM = 78
"""Columns of a sentence at 80, the size of a projector in large letters."""

MOST_LINES = 3
"""Lines that a sentence of one's own may take there."""

TEXT_ROOM, MOST_ROWS = 68, 16
"""Columns of a line of one's own at 80 columns, and the rows that all of them may take."""


def faults_of(slides: Iterable[Numbered], stage: Stage) -> list[Fault]:
    """A sentence on each thing that a deck's slides say wrongly, or that is not there."""
    return [
        Fault(one.number, f"{where(one.number, one.slide.kind)}: {ended(text)}")
        for one in slides
        for text in _faults(one.slide, stage)
    ]


def _faults(slide: Slide, stage: Stage) -> Iterator[str]:
    yield from _too_long(slide)
    unclosed = [text for text in texts_of(slide) if {*"{}"} & {*PLACEHOLDER.sub("", text)}]
    if unclosed:
        yield "a brace stands alone: a placeholder is written as {now}"
    try:
        board = stage.board_of(slide)
    except NotThereError as error:
        yield f"its baseline is not there: {error}"
        yield from _slices(slide, stage.board)
        return
    if wrong := list(_slices(slide, board)):
        yield from wrong
        return
    try:
        message = KINDS[slide.kind].message(slide, board)
    except NotToldError as missing:
        yield str(missing)
        return
    yield from _placeholders(slide, message)
    yield from typed_wrongly(slide, message, board)


def _hidden(name: str, message: Message) -> str:
    """Why a placeholder stands for nothing, where that is because its figure is withheld."""
    figures: list[Figure | None] = []
    for one in message.about:
        if isinstance(one, ComparedFigure):
            figures += [one.figure] if name in ("now", "change", "share", "base") else []
            figures += [one.comparison.then] if name in ("then", "change") else []
    gone = next((each for each in figures if each is not None and each.suppressed), None)
    return f": {withheld(gone)}" if gone is not None else ""


def texts_of(slide: Slide) -> list[str]:
    """The texts of a slide in which placeholders are filled in."""
    return [text for text in (slide.sentence, slide.title, *slide.text, slide.notes) if text]


def _too_long(slide: Slide) -> Iterator[str]:
    """That a sentence takes more lines than can be read from afar."""
    for name, text in (("sentence", slide.sentence), ("title", slide.title)):
        if text and len(wrapped([chunk(text)], ROOM)) > MOST_LINES:
            yield (
                f"its {name} has {len(text)} characters, and a slide at 80 columns has room for "
                f"{MOST_LINES} lines of {ROOM}"
            )

    rows = sum(len(wrapped([chunk(text)], TEXT_ROOM)) for text in slide.text)
    if rows > MOST_ROWS:
        yield f"its text takes {rows} rows, and a slide at 80 by 24 has room for {MOST_ROWS}"


def _slices(slide: Slide, board: Board) -> Iterator[str]:
    """What is wrong with the slice of a slide: its dimension, or its name."""
    if slide.measure is None:
        if slide.slices:
            yield "it has a slice and no measure that it could be of"
        return
    measure = MEASURES[slide.measure]
    if slide.by is not None and slide.by not in measure.dimensions:
        there = ", ".join(measure.dimensions) or "nothing"
        yield f"{measure.name} is told apart by {there}, and not by {slide.by}"
    for one in slide.slices:
        if one.dimension not in measure.dimensions:
            there = ", ".join(measure.dimensions) or "nothing"
            yield f"{measure.name} is told apart by {there}, and not by {one.dimension}"
        elif one.value is not None and one.value not in (known := _known(slide, one, board)):
            hint = did_you_mean(one.value, known)
            there = f" There are: {', '.join(known)}." if known else ""
            title = DIMENSIONS[one.dimension].inside
            yield f"there is no {title} {one.value}{hint}{there}"


def _known(slide: Slide, one: Slice, board: Board) -> list[str]:
    """The slices of a dimension that there are: its own, and those that have a figure."""
    assert slide.measure is not None
    found = [name for name in board.review.slices_of(slide.measure, one.dimension) if name]
    own = DIMENSIONS[one.dimension].slices
    more = (ABOVE_LOW,) if one.dimension == "risk_level" else ()
    return list(dict.fromkeys((*own, *found, *more)))


def _placeholders(slide: Slide, message: Message) -> Iterator[str]:
    """The placeholders that stand for nothing on the slide."""
    for name in dict.fromkeys(name for text in texts_of(slide) for name in placeholders(text)):
        if name in message.fills:
            continue
        if name in PLACEHOLDERS:
            why = _hidden(name, message)
            yield f"there is nothing here for {{{name}}}, {PLACEHOLDERS[name]}{why}"
            continue
        there = ", ".join(f"{{{each}}}" for each in message.fills)
        told = f" It has {there}." if there else " Without a measure it has none."
        hint = did_you_mean(name, message.fills or PLACEHOLDERS)
        yield f"there is no placeholder {{{name}}}{hint}{told}"
