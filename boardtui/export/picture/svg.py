"""A picture as SVG: text as text at its place in the grid, blocks and lines as shapes.

Nothing is fetched from anywhere, and nothing runs. Text is stretched to the cells it takes, so that
the grid holds in whatever font a reader has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from boardtui.core.words.shown import is_plain, shown
from boardtui.export.picture.picture import Ink, Picture, Run
from boardtui.export.picture.shapes import BOXES, HEIGHT, LINES, WIDTH, Box
from boardtui.panels import cells

MARGIN = WIDTH
"""The ground that is left around all."""

SIZE, BASELINE = 16.6, 15.5
"""The font's size, by which a letter is as wide as a cell, and where in its cell it stands."""

FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"

_SHAPES = re.escape("".join([*BOXES, *LINES]))
_PIECE = re.compile(rf"([{_SHAPES}])\1*|[^{_SHAPES}\s]+(?: [^{_SHAPES}\s]+)*")
"""What of a text is drawn at once: like shapes side by side, or words with one blank between."""


def svg(picture: Picture) -> str:
    """The picture as the text of an SVG file, WIDTH by HEIGHT for each cell."""
    drawing = _Drawing(picture.ground)
    for number, row in enumerate(picture.rows):
        drawing.add(row, number * HEIGHT)
    width = picture.columns * WIDTH + 2 * MARGIN
    height = len(picture.rows) * HEIGHT + 2 * MARGIN
    size = f'width="{width}" height="{height}"'
    corner = f"{-MARGIN} {-MARGIN}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{corner} {width} {height}">',
        f"<title>{_escaped(picture.title)}</title>",
        f"<desc>{_escaped(' · '.join(picture.about))}</desc>",
        f'<rect x="{-MARGIN}" y="{-MARGIN}" {size} fill="{picture.ground}"/>',
        *drawing.elements(),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return escape(shown(text), quote=False)


class _Drawing:
    """What is drawn, gathered by colour: grounds, blocks over them, lines, and text on top."""

    def __init__(self, ground: str) -> None:
        self._ground = ground
        self._grounds: defaultdict[str, list[str]] = defaultdict(list)
        self._blocks: defaultdict[str, list[str]] = defaultdict(list)
        self._lines: defaultdict[str, list[str]] = defaultdict(list)
        self._texts: list[str] = []

    def add(self, row: Sequence[Run], top: int) -> None:
        """Draw a row whose upper edge is given."""
        column = 0
        for run in row:
            if run.ink.ground != self._ground:
                right = (column + cells.width(run.text)) * WIDTH
                self._grounds[run.ink.ground].append(_box(column * WIDTH, top, right, top + HEIGHT))
            for start, piece in _pieces(run.text):
                self._add_piece(piece, (column + start) * WIDTH, top, run.ink)
            column += cells.width(run.text)

    def _add_piece(self, piece: str, left: int, top: int, ink: Ink) -> None:
        sign = piece[0]
        if sign in BOXES:
            boxes = _joined([_moved(b, i * WIDTH) for i in range(len(piece)) for b in BOXES[sign]])
            self._blocks[ink.colour] += [_box(*_moved(box, left, top)) for box in boxes]
        elif sign in LINES:
            x, y, way = LINES[sign]
            starts = [left + x + WIDTH * number for number in range(len(piece))]
            self._lines[ink.colour] += [f"M{start} {top + y}{way}" for start in starts]
        else:
            self._texts.append(_text(piece, left, top, ink))

    def elements(self) -> Iterator[str]:
        for colour, boxes in (*self._grounds.items(), *self._blocks.items()):
            # Edges that meet fall on the same pixels, however large the picture is shown.
            yield f'<path fill="{colour}" shape-rendering="crispEdges" d="{"".join(boxes)}"/>'
        for colour, lines in self._lines.items():
            yield f'<path fill="none" stroke="{colour}" d="{"".join(lines)}"/>'
        yield f'<g font-family="{FONTS}" font-size="{SIZE}">'
        yield from self._texts
        yield "</g>"


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """What of a text is drawn at once, each with the cell that it begins in."""
    for found in _PIECE.finditer(text):
        column, piece = cells.width(text[: found.start()]), found[0]
        if is_plain(piece):
            yield column, piece
        else:
            # A letter at a time: some are wide, some join or turn round their neighbours.
            yield from _letters(piece, column)


def _letters(text: str, column: int) -> Iterator[tuple[int, str]]:
    """Each letter of a text with the accents on it, and its cell; no blanks."""
    letter = ""
    for character in text:
        if letter and cells.width(character):
            if letter.strip():
                yield column, letter
            column += cells.width(letter)
            letter = ""
        letter += character
    if letter.strip():
        yield column, letter


def _moved(box: Box, right: float, down: float = 0) -> Box:
    return box[0] + right, box[1] + down, box[2] + right, box[3] + down


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, from left to right, with those made one that meet and are as high."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box[1], box[3], box[0])):
        last = found[-1] if found else None
        if last and last[2] == box[0] and last[1::2] == box[1::2]:
            found[-1] = (*last[:2], *box[2:])
        else:
            found.append(box)
    return found


def _box(left: float, top: float, right: float, bottom: float) -> str:
    return f"M{left:g} {top:g}h{right - left:g}v{bottom - top:g}h{left - right:g}z"


def _text(text: str, left: int, top: int, ink: Ink) -> str:
    place = f'x="{left}" y="{top + BASELINE}" textLength="{cells.width(text) * WIDTH}"'
    looks = f' fill="{ink.colour}"'
    looks += ' font-weight="bold"' if ink.bold else ""
    looks += ' text-decoration="underline"' if ink.underlined else ""
    return f'<text {place} lengthAdjust="spacingAndGlyphs"{looks}>{_escaped(text)}</text>'
