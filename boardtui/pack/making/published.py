"""The sections of published figures that have no panel of their own: as said, and of earlier."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.measures.backlogs import VISITS
from boardtui.core.measures.units import PER_CENT
from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Block, Column, Row, Table, Tone
from boardtui.pack.document.cell import words
from boardtui.pack.making.cells import value_cell
from boardtui.pack.making.panel import Panel, running, texts
from boardtui.pack.making.sentences import message_of, sentence, sized
from boardtui.panels.cards.rest import title
from boardtui.panels.cards.slice import slice_said
from boardtui.panels.cards.standing import Standing, subjects
from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.phrases import stated_base, when
from boardtui.panels.slides.sources import source_now
from boardtui.review.day.compared import ComparedFigure


def source_words(ones: Sequence[ComparedFigure]) -> str:
    """Who said some figures, and of when; blank where they are from records."""
    said = dict.fromkeys(
        f"{source_now(one.figure)}, {when(one.figure)}" for one in ones if one.figure.source
    )
    return shown(f"Said by {'; '.join(said)}.") if said else ""


def share_panel(board: Board, standing: Standing) -> Panel:
    """Overdue visits that were said in per cent alone, of a base in words."""
    measure = f"{VISITS.overdue_name}_share"
    one = known(board.review.figures(measure))
    assert one is not None
    base = shown(stated_base(one.figure) or "")
    told = f"{base[:1].upper()}{base[1:]}; no count was given." if base else "No count was given."
    blocks = (*running(told), *texts(source_words([one]), tone=Tone.QUIET))
    return Panel(message_of(board, *sized(measure)), blocks)


def slice_panel(board: Board, standing: Standing) -> Panel:
    """Overdue visits of one slice that were said of the day, where no whole was."""
    one = slice_said(board)
    assert one is not None
    blocks = texts(source_words([one]), tone=Tone.QUIET)
    return Panel(sentence(one, board.review), blocks)


def also_panel(board: Board, standing: Standing) -> Panel:
    """What was published of the day and stands in no other section."""
    found = _of(standing)
    return Panel(
        sentence(found[0], board.review) if found else "",
        _listed("also_published", "Published of this day", found),
    )


def earlier_panel(board: Board, standing: Standing) -> Panel:
    """What was published of earlier in the year, and not of the day: no figure of now."""
    found = _of(standing)
    told = "These figures are of earlier days, and were not given since."
    return Panel(told, _listed("earlier_in_the_year", "Of earlier days", found))


def _of(standing: Standing) -> list[ComparedFigure]:
    """The figures that a card shows, each once."""
    found = {one.figure: one for one in subjects(standing.card) if isinstance(one, ComparedFigure)}
    return list(found.values())


def _listed(name: str, heading: str, found: Sequence[ComparedFigure]) -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                words(title(one)),
                value_cell(one.figure, unit=True),
                words(_of_what(one)),
                words(when(one.figure)),
                words(source_now(one.figure)),
            )
        )
        for one in found
    )
    heads = ("Figure", "value", "of", "as at", "said by")
    kept = [place for place in range(len(heads)) if any(row.cells[place].text for row in rows)]
    columns = tuple(Column(heads[place], numbers=place == 1) for place in kept)
    told = tuple(Row(tuple(row.cells[place] for place in kept)) for row in rows)
    return (Table(name, heading, columns, told),) if rows else ()


def _of_what(one: ComparedFigure) -> str:
    """The base of a figure as it was stated; of a per cent also that it was not."""
    if one.figure.base:
        return one.figure.base
    return "not stated" if one.figure.unit == PER_CENT else ""
