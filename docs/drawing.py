"""Rows of a terminal as SVG: every word at its place, in whatever monospaced font a reader has.

Nothing is fetched from anywhere, and borders and bars are drawn as lines and boxes, since few fonts
draw them so that they join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from rich.segment import Segment
from rich.style import Style

CELL, LINE, SIZE, MARGIN = 10, 20, 16.6, 12
"""The width and height of a character's place, the font's size, and the ground around all."""

BASELINE = 15

FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

BLOCKS = {block: eighths / 8 for eighths, block in enumerate("▏▎▍▌▋▊▉█", start=1)}
"""Bars are made of these: how much of its place each fills from the left."""

BORDERS = {
    "│": "M5 0V20",
    "╭": "M5 20V15Q5 10 10 10",
    "╮": "M5 20V15Q5 10 0 10",
    "╰": "M5 0V5Q5 10 10 10",
    "╯": "M5 0V5Q5 10 0 10",
}
"""The path within its place of each border but a rule."""

PIECES = re.compile(f"(?P<bar>[{''.join(BLOCKS)}]+)|(?P<rule>─+)|(?P<border>[{''.join(BORDERS)}])")
WORDS = re.compile(r"\S+")


def drawing(title: str, rows: Sequence[Sequence[Segment]], columns: int, ground: str) -> str:
    """The picture of a terminal's rows."""
    width, height = columns * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title, quote=False)}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{ground}"/>',
        f'<g transform="translate({MARGIN} {MARGIN})" font-family="{FONTS}" font-size="{SIZE}">',
    ]
    for number, row in enumerate(rows):
        lines.extend(_row(row, number * LINE, ground))
    return "\n".join([*lines, "</g>", "</svg>"]) + "\n"


def _row(row: Sequence[Segment], top: int, ground: str) -> Iterator[str]:
    column = 0
    for segment in row:
        style = segment.style or Style()
        fill, behind = _colours(style, ground)
        x = column * CELL
        if behind != ground:
            wide = segment.cell_length * CELL
            yield f'<rect x="{x}" y="{top}" width="{wide}" height="{LINE}" fill="{behind}"/>'
        yield from _text(segment.text, x, top, fill, bool(style.bold))
        column += segment.cell_length


def _colours(style: Style, ground: str) -> tuple[str, str]:
    """The colours of a style's letters and of what is behind them."""
    fill = style.color.get_truecolor().hex if style.color else "#ffffff"
    behind = style.bgcolor.get_truecolor().hex if style.bgcolor else ground
    return (behind, fill) if style.reverse else (fill, behind)


def _text(text: str, x: int, top: int, fill: str, bold: bool) -> Iterator[str]:
    for piece in PIECES.finditer(text):
        place = x + piece.start() * CELL
        if piece["bar"]:
            wide = sum(BLOCKS[block] for block in piece["bar"]) * CELL
            at = f'x="{place}" y="{top + 2}" width="{wide:g}" height="{LINE - 4}"'
            yield f'<rect {at} fill="{fill}"/>'
        else:
            rule = f"M0 10H{len(piece[0]) * CELL}"
            path = rule if piece["rule"] else BORDERS[piece["border"]]
            at = f'transform="translate({place} {top})"'
            yield f'<path {at} d="{path}" stroke="{fill}" fill="none"/>'
    weight = ' font-weight="bold"' if bold else ""
    for word in WORDS.finditer(PIECES.sub(lambda piece: " " * len(piece[0]), text)):
        at = f'x="{x + word.start() * CELL}" y="{top + BASELINE}"'
        length = f'textLength="{len(word[0]) * CELL}" lengthAdjust="spacingAndGlyphs"'
        yield f'<text {at} {length} fill="{fill}"{weight}>{escape(word[0], quote=False)}</text>'


def words(svg: str) -> list[str]:
    """The words of a picture in their order, whatever their place and colour."""
    from xml.etree import ElementTree

    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return [text.text or "" for text in texts]
