"""The board as rows of text for a screen's size: panels in columns, each in its border."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from boardtui.core.words.shown import shown
from boardtui.panels import cells
from boardtui.panels.panel import Board, Panel
from boardtui.panels.subject import Subject
from boardtui.panels.text import BREAK, Line, Role, clipped

THREE_COLUMNS = 117
TWO_COLUMNS = 88
"""The widths from which panels stand in so many columns."""

PADDING = 1
"""Blank columns between a panel's border and its text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on a row: its role, its panel, and the spot that it belongs to, if any."""

    text: str
    role: Role
    panel: int
    spot: int | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the board that shows something and can be asked about."""

    panel: int
    row: int
    subject: Subject


@dataclass(frozen=True, slots=True)
class Box:
    """Where a panel stands: its first row and the row after its last."""

    panel: Panel
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The board, laid out: rows of pieces from left to right, and what stands where."""

    rows: list[list[Piece]]
    boxes: list[Box]
    spots: list[Spot]

    def text(self) -> str:
        """The board as plain text."""
        return "\n".join("".join(piece.text for piece in row).rstrip() for row in self.rows)


def column_count(width: int) -> int:
    if width >= THREE_COLUMNS:
        return 3
    return 2 if width >= TWO_COLUMNS else 1


def laid_out(
    board: Board,
    panels: Sequence[Panel],
    width: int,
    height: int,
    spacing: str = "auto",
    least: int | None = None,
) -> Layout:
    """Lay panels out in rows of columns; rows of panels share what height is left over.

    With `least`, no panel is narrower than that where another could stand under it, and none is
    stretched: a page is read downwards.

    With `spacing` "roomy" the breaks in panels stay, with "compact" they go, and with "auto" they
    stay where the whole board fits with them.
    """
    bands = _bands(board, panels, width, least)
    needed = sum(max(len(cell.lines) for cell in band) + 2 for band in bands)
    if spacing == "compact" or (spacing == "auto" and needed > height):
        bands = [[cell.without_breaks() for cell in band] for band in bands]
    heights = [max(len(cell.lines) for cell in band) + 2 for band in bands]
    spare = max(0, height - sum(heights)) if least is None else 0
    for number in range(len(bands)):
        heights[number] += spare // len(bands) + (number < spare % len(bands))
    layout = Layout([], [], [])
    for band, tall in zip(bands, heights, strict=True):
        _draw(layout, band, tall)
    return layout


@dataclass(frozen=True, slots=True)
class _Cell:
    panel: Panel
    title: str
    lines: list[Line]
    width: int

    def without_breaks(self) -> _Cell:
        return replace(self, lines=[line for line in self.lines if line != BREAK])


def _bands(
    board: Board, panels: Sequence[Panel], width: int, least: int | None
) -> list[list[_Cell]]:
    """The panels that have something to say, in rows; the last row's share its whole width."""
    count = column_count(width) if least is None else max(1, min(2, width // least))
    standing = [panel for panel in panels if panel.stands(board)]
    bands = []
    for start in range(0, len(standing), count):
        row = standing[start : start + count]
        widths = [width // len(row) + (place < width % len(row)) for place in range(len(row))]
        bands.append(
            [
                _Cell(panel, panel.title(board), panel.content(board, inner(cell)), cell)
                for panel, cell in zip(row, widths, strict=True)
            ]
        )
    return bands


def inner(width: int) -> int:
    """The columns of text in a panel of a width."""
    return width - 2 - 2 * PADDING


def _draw(layout: Layout, band: Sequence[_Cell], tall: int) -> None:
    top = len(layout.rows)
    rows: list[list[Piece]] = [[] for _ in range(tall)]
    for cell in band:
        number = cell.panel.number
        layout.boxes.append(Box(cell.panel, top, top + tall))
        rows[0] += _top(cell)
        for place, row in enumerate(rows[1:-1]):
            line = cell.lines[place] if place < len(cell.lines) else ()
            row.append(Piece("│" + " " * PADDING, Role.BORDER, number))
            row += _content(layout, line, cell, top + place + 1)
            row.append(Piece(" " * PADDING + "│", Role.BORDER, number))
        rows[-1].append(Piece(f"╰{'─' * (cell.width - 2)}╯", Role.BORDER, number))
    layout.rows.extend(rows)


def _top(cell: _Cell) -> list[Piece]:
    name = cells.shortened(shown(f"{cell.panel.number} {cell.title}"), cell.width - 6)
    title = f" {name} "
    rule = "─" * (cell.width - 3 - cells.width(title))
    number = cell.panel.number
    return [
        Piece("╭─", Role.BORDER, number),
        Piece(title, Role.HEADING, number),
        Piece(f"{rule}╮", Role.BORDER, number),
    ]


def _content(layout: Layout, line: Line, cell: _Cell, row: int) -> list[Piece]:
    pieces = []
    used = 0
    for part in clipped(line, inner(cell.width)):
        spot = None
        if part.subject is not None:
            spot = _spot(layout, cell.panel.number, row, part.subject)
        for span in part.spans:
            pieces.append(Piece(span.text, span.role, cell.panel.number, spot))
            used += cells.width(span.text)
    pieces.append(Piece(" " * (inner(cell.width) - used), Role.TEXT, cell.panel.number))
    return pieces


def _spot(layout: Layout, panel: int, row: int, subject: Subject) -> int | None:
    """A new spot for a subject; None where the panel shows it already: its first chunk is it."""
    if any(spot.panel == panel and spot.subject is subject for spot in layout.spots):
        return None
    layout.spots.append(Spot(panel, row, subject))
    return len(layout.spots) - 1
