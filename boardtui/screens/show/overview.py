"""All slides of a show in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.geometry import Size

from boardtui.decks.stage import Stage
from boardtui.panels import cells
from boardtui.panels.dialogs.listed import GAP, MARGIN
from boardtui.panels.dialogs.sheet import SIDES
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Role, Span, chunk
from boardtui.screens.dialogs.choosing import Choice, Choosing
from boardtui.screens.show.kept import sentence_of

BESIDE = 4
"""Columns beside a sheet at the most."""

NUMBER = 2
"""Columns of a slide's number, with a blank before those of one digit."""


def overview(slides: Sequence[Slide], stage: Stage, place: int, size: Size) -> Choosing:
    """A list of slides by what they say, the one that is shown marked."""
    return Choosing("All slides", list(_choices(slides, stage, size)), place, "o")


def _choices(slides: Sequence[Slide], stage: Stage, size: Size) -> Iterator[Choice]:
    """Each slide in one line: a sentence that is too long is cut."""
    room = max(1, size.width - BESIDE - SIDES - MARGIN - NUMBER - GAP)
    for place, slide in enumerate(slides):
        number = chunk(Span(f"{place + 1:>{NUMBER}}", Role.KEY))
        told = cells.shortened(sentence_of(slide, stage, size), room)
        yield Choice((number, chunk(told)), place)
