"""Which cards stand on a board, under which numbers: the same on every screen of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.cards.card import Card
from boardtui.panels.cards.declared import CARDS, CardOf
from boardtui.panels.panel import Board
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

ANY_WIDTH = 60
"""A width to make a card for where only what it says matters."""


class Standing(Struct, frozen=True, eq=False):
    """A card that a board has, under its number; `card` is as it is for any width.

    Each card is made once for its widths, however many ways to set it are tried: those that there
    are stand in `made`, by the width of the text and the room of a backlog's bars.
    """

    number: int
    of: CardOf
    titles: tuple[str, ...]
    card: Card
    board: Board
    made: dict[tuple[int, int], Card] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The card's title in full."""
        return self.titles[0]

    def title_within(self, cells_wide: int) -> str:
        """The longest of its titles that has room; the shortest cut, where none has."""
        titles = [shown(title) for title in self.titles]
        found = (title for title in titles if cells.width(title) <= cells_wide)
        return next(found, None) or cells.shortened(titles[-1], cells_wide)

    def at(self, width: int, backlogs: int) -> Card:
        """The card for a width of text, where bars of backlogs have room in so many columns."""
        if (width, backlogs) not in self.made:
            board = replace(self.board, backlogs_width=backlogs)
            self.made[width, backlogs] = self.of.make(board, width) or self.card
        return self.made[width, backlogs]


def standing(board: Board, likely: int = ANY_WIDTH) -> list[Standing]:
    """The cards that have something to say, in order, numbered from 1: at any width the same.

    They are made for the `likely` width of text at once, and anew for another that they get.
    """
    made = {of: of.make(board, likely) for of in CARDS if not of.rest}
    board = replace(board, elsewhere=_published(board, made))
    made |= {of: of.make(board, likely) for of in CARDS if of.rest}
    there = [(of, card) for of in CARDS if (card := made[of]) is not None]
    return [
        Standing(number, of, of.titles(board), card, board, {(likely, likely): card})
        for number, (of, card) in enumerate(there, start=1)
    ]


def _published(board: Board, made: Mapping[CardOf, Card | None]) -> frozenset[Figure]:
    """The published figures that cards show, so that those of what no other shows need not.

    What a narrow card leaves out counts as shown where a wider one has it. Wider ones are made only
    as long as something is missing, first of those that show the like of it.
    """
    given = set(board.review.now.published)
    shown_by = {
        of: given & _published_of((*subjects(card), *_said(of, board.review)))
        for of, card in made.items()
        if card is not None
    }
    found = set[Figure]().union(*shown_by.values())
    missing = {figure.measure for figure in given - found}

    def unlike(of: CardOf) -> bool:
        return missing.isdisjoint(figure.measure for figure in shown_by[of])

    for of in sorted(shown_by, key=unlike):
        if found >= given:
            break
        wider = of.make(board, ANY_WIDTH)
        found |= given & _published_of(subjects(wider)) if wider is not None else set()
    return frozenset(found)


def _said(of: CardOf, review: Review) -> Iterator[Subject]:
    """What a card shows of what was said, where it has a line of that, and room for it."""
    for line in of.said(review, ANY_WIDTH) if of.said is not None else ():
        yield from _subjects_of(line)


def _published_of(shown: Iterable[Subject]) -> set[Figure]:
    """The published figures that are shown, or that were given for the same as is shown."""
    return {
        figure
        for subject in shown
        if isinstance(subject, ComparedFigure)
        for figure in (subject.figure, *subject.others)
        if figure.origin is Origin.PUBLISHED
    }


def subjects(card: Card) -> Iterator[Subject]:
    """What a card shows, in order."""
    head = card.headline
    if head is not None and head.subject is not None:
        yield head.subject
    beside = [line for way in (head.ways if head else ()) for line in (*way.beside, *way.below)]
    for line in (*beside, *(line for block in card.blocks for line in block.lines)):
        yield from _subjects_of(line)


def _subjects_of(line: Line) -> Iterator[Subject]:
    return (piece.subject for piece in line if piece.subject is not None)


def absent(there: Sequence[Standing]) -> list[CardOf]:
    """The cards that have nothing to say and are named all the same."""
    names = {name for each in there for name in (each.of.name, each.of.instead_of)}
    return [of for of in CARDS if of.called and of.name not in names]
