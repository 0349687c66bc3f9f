"""What stands on a screen of one table: its rows by their columns, and what is above them."""

from __future__ import annotations

from textual.pilot import Pilot

from boardtui.panels.sheet import Sheet
from boardtui.panels.text import Chunk, Line, text_of
from boardtui.screens.drawing.sheet_view import SheetView


def table_view(pilot: Pilot[None]) -> SheetView:
    """The table of the screen that is on top, or right beneath what stands over it."""
    for screen in reversed(pilot.app.screen_stack):
        found = next(iter(screen.query(SheetView)), None)
        if isinstance(found, SheetView):
            return found
    raise AssertionError("no screen of a table is open")


def heads(sheet: Sheet) -> list[str]:
    """The heads of the columns in sight, without the arrow of the order."""
    return [text.rstrip(" ▲▼") for text in cells(sheet.heads)]


def cells(line: Line) -> list[str]:
    """The cells of a row, each without its bar."""
    return [_text(piece) for piece in line[::2]]


def _text(piece: Chunk) -> str:
    # A cell with a bar says its number first; one without has a single span.
    return piece.spans[0].text.strip()


def row(sheet: Sheet, place: int) -> list[str]:
    """The cells of a row; of the place after the last one, those of the total."""
    if place == sheet.count:
        assert sheet.total is not None
        return cells(sheet.total(False))
    return cells(sheet.row(place, False))


def column(sheet: Sheet, head: str) -> dict[str, str]:
    """A column by the names of the rows, the total's too."""
    at = heads(sheet).index(head)
    places = range(sheet.count + (sheet.total is not None))
    return {told[0]: told[at] for told in (row(sheet, place) for place in places)}


def above(sheet: Sheet) -> str:
    """What stands above the table, on one line."""
    return " ".join(" ".join(map(text_of, sheet.top)).split())


def below(sheet: Sheet) -> str:
    """What stands under the table, on one line."""
    return " ".join(" ".join(map(text_of, sheet.below)).split())


def foot(view: SheetView) -> str:
    return view.text().splitlines()[-1]


def first_line(sheet: Sheet) -> int:
    """The line of the screen on which the first row stands."""
    return len(sheet.top) + 1
