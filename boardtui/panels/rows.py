"""Rows of text that may be longer than their screen, and the places on them that can be gone to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from boardtui.panels.cards.grid import Piece, row_of
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role, clipped, line_width


class Place(Struct, frozen=True):
    """Where something stands that can be asked about: its row, and its first and last cell.

    `end` is the cell after the last. `side` is the half of the screen that it stands in, from 0.
    """

    row: int
    start: int
    end: int
    subject: Subject
    side: int = 0


class Rows(Struct, frozen=True):
    """What a screen shows: the rows of its head, which stay in sight, and all those under it.

    `places` are in the order in which they are read, one side after the other; their rows count
    from the first one under the head. `first` is the number of the one that is gone to first.
    `foot` explains marks that stand on them, in the last line of the screen. Where rows come in
    `pages`, each as long as the screen, they are turned and not scrolled.
    """

    head: list[list[Piece]] = field(default_factory=list)
    rows: list[list[Piece]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    first: int = 0
    foot: Line = ()
    pages: bool = False

    def text(self) -> str:
        """All of it as plain text."""
        return "\n".join(
            "".join(piece.text for piece in row).rstrip() for row in [*self.head, *self.rows]
        )

    def places_on(self, row: int, side: int) -> list[int]:
        """The numbers of the places in a row, on one side."""
        return [n for n, p in enumerate(self.places) if (p.row, p.side) == (row, side)]

    def nearest(self, row: int, side: int, start: int) -> int:
        """The number of the place of a row that stands nearest to a column."""
        return min(self.places_on(row, side), key=lambda n: abs(self.places[n].start - start))

    def like(self, before: Place | None) -> int:
        """The place of the same figure as one that was laid out before; else the nearest to it."""
        if before is None or not self.places:
            return self.first
        for number, place in enumerate(self.places):
            if place.subject == before.subject:
                return number

        def far(number: int) -> tuple[bool, int, int]:
            place = self.places[number]
            away = abs(place.row - before.row)
            return place.side != before.side, away, abs(place.start - before.start)

        return min(range(len(self.places)), key=far)


def rows_of(head: Sequence[Line], sides: Sequence[Sequence[Line]], width: int) -> Rows:
    """Lines under a head, in one column or in several side by side, each as wide as the others."""
    wide = width // max(1, len(sides))
    found = Rows([_pieces(line, width) for line in head])
    found.rows.extend([] for _ in range(max(map(len, sides), default=0)))
    known: dict[int, int] = {}
    for side, lines in enumerate(sides):
        for number, row in enumerate(found.rows):
            line = clipped(lines[number], wide) if number < len(lines) else ()
            row.extend(_with_places(found, known, line, number, side, wide))
    return found


def _pieces(line: Line, width: int) -> list[Piece]:
    return row_of(clipped(line, width))


def _with_places(
    found: Rows, known: dict[int, int], line: Line, row: int, side: int, wide: int
) -> Iterator[Piece]:
    """A line's pieces, filled up to a width; what it shows for the first time is a place.

    `known` are the numbers of the places that there are, by the identity of what they show.
    """
    start = side * wide
    at = start
    for piece in line:
        spot = None
        if piece.subject is not None:
            here = Place(row, at, at + piece.width, piece.subject, side)
            spot = _place(found, known, here)
        for span in piece.spans:
            yield Piece(span.text, span.role, side, spot)
        at += piece.width
    yield Piece(" " * (wide - line_width(line)), Role.TEXT, side)


def _place(found: Rows, known: dict[int, int], here: Place) -> int | None:
    """The number of a place: a new one, or the one that goes on here on the same row."""
    number = known.setdefault(id(here.subject), len(found.places))
    if number == len(found.places):
        found.places.append(here)
        return number
    place = found.places[number]
    if place.row != here.row:
        return None
    found.places[number] = Place(place.row, place.start, here.end, place.subject, place.side)
    return number
