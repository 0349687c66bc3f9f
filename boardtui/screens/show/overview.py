"""All slides of a show in a list."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.panels import cells
from boardtui.panels.dialogs.listed import GAP, MARGIN
from boardtui.panels.dialogs.sheet import SIDES
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.text import Role, Span, chunk
from boardtui.screens.dialogs.choosing import Choice, Choosing
from boardtui.screens.show.show_screen import ShowScreen

BESIDE = 4
"""Columns beside a sheet at the most."""

NUMBER = 2
"""Columns of a slide's number, with a blank before those of one digit."""


def overview(show: ShowScreen) -> Choosing:
    """A list of the slides by what they say, the one that is shown marked."""
    return Choosing("All slides", list(_choices(show)), show.place, "o")


def _choices(show: ShowScreen) -> Iterator[Choice]:
    """Each slide in one line: a sentence that is too long is cut."""
    width, height = show.app.size
    room = max(1, width - BESIDE - SIDES - MARGIN - NUMBER - GAP)
    for place, slide in enumerate(show.slides):
        number = chunk(Span(f"{place + 1:>{NUMBER}}", Role.KEY))
        told = drawn(slide, show.stage.board_of(slide), width, height).sentence or slide.kind
        yield Choice((number, chunk(cells.shortened(told, room))), place)
