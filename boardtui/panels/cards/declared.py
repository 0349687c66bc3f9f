"""Every card of the board, declared in order: adding one here is all that adding a card takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.words.days import day_text
from boardtui.panels.cards.card import Card
from boardtui.panels.cards.caseloads import caseloads_card
from boardtui.panels.cards.changed import changed_card, changed_titles
from boardtui.panels.cards.mappa import categories_card, levels_card, levels_titles
from boardtui.panels.cards.mappa_years import by_year_card
from boardtui.panels.cards.overdue import overdue_card
from boardtui.panels.cards.register import register_card
from boardtui.panels.cards.rest import also_card, also_titles, earlier_card
from boardtui.panels.cards.risk import risk_card
from boardtui.panels.cards.risk_said import said_line
from boardtui.panels.cards.share import share_card
from boardtui.panels.cards.slice import slice_card, slice_said, slice_words
from boardtui.panels.cards.visits import visits_card
from boardtui.panels.panel import Board
from boardtui.panels.text import Line
from boardtui.review.day.review import Review


class CardOf(Struct, frozen=True):
    """A card that a board may have.

    `titles` are its title in words, the longest first, of which the first that has room stands.
    `make` gives it for a width of text, None where there is nothing for it. `called` is what it is
    called among those that are not there, and `filled_by` what would fill it; a card without them
    stands only where it has something to say. `instead_of` names one that it stands for. `weight`
    is how wide it is beside another, and `rest` marks those of what no other card shows.
    """

    name: str
    titles: Callable[[Board], tuple[str, ...]]
    make: Callable[[Board, int], Card | None]
    called: str = ""
    filled_by: str = ""
    measure: str | None = None
    """The measure that the card opens as a breakdown, and the dimension that it begins with."""
    dimension: str = "risk_level"
    weight: int = 1
    instead_of: str = ""
    rest: bool = False
    said: Callable[[Review, int], tuple[Line, ...]] | None = None
    """Its line of what was said in public, which a narrow card may have no room for."""


def _called(*titles: str) -> Callable[[Board], tuple[str, ...]]:
    """Titles that are the same on every board."""
    return lambda board: titles


def _slice_title(board: Board) -> tuple[str, ...]:
    one = slice_said(board)
    words = slice_words(one) if one else ""
    return f"Overdue visits {words}", f"Visits {words}", words[:1].upper() + words[1:]


def _categories(board: Board) -> tuple[str, ...]:
    return f"By category, on {day_text(board.review.selection.day)}", "By category"


EARLIER = ("Of earlier in the year", "Earlier in the year")
CATEGORY_1 = ("people in MAPPA category 1", "people in category 1")
RATE = (
    "per 100,000 people aged 10 and over",
    "per 100,000 aged 10 and over",
    "per 100,000 people",
)

CARDS = (
    CardOf(
        "overdue_visits",
        _called("Overdue visits"),
        partial(overdue_card, VISITS),
        "overdue visits",
        "A cases file (boardtui ingest --cases), or a published figure.",
        measure="overdue_visits",
    ),
    CardOf(
        "overdue_visits_share",
        _called("Overdue visits"),
        share_card,
        instead_of="overdue_visits",
        measure="overdue_visits_share",
    ),
    CardOf(
        "overdue_visits_slice",
        _slice_title,
        slice_card,
        measure="overdue_visits",
    ),
    CardOf(
        "risk_mix",
        _called("Risk mix"),
        risk_card,
        "risk mix",
        "A cases file (boardtui ingest --cases), or published shares.",
        measure="risk_mix",
        said=said_line,
    ),
    CardOf(
        "overdue_assessments",
        _called("Overdue assessments", "Assessments"),
        partial(overdue_card, ASSESSMENTS),
        "overdue assessments",
        "A cases file (boardtui ingest --cases), or a published figure.",
        measure="overdue_assessments",
    ),
    CardOf(
        "changed",
        changed_titles,
        changed_card,
        "what changed",
        "Cases files of this day and of an earlier one (boardtui ingest --cases).",
    ),
    CardOf(
        "visits",
        _called("Visits tried"),
        visits_card,
        "visits tried",
        "A visits file (boardtui ingest --visits), or published figures of a month.",
        measure="visits_attempted",
    ),
    CardOf(
        "caseloads",
        _called("Caseloads"),
        caseloads_card,
        "caseloads",
        "A cases file with officer_ref, and an officers file for full-time posts.",
        measure="caseload",
        dimension="officer",
    ),
    CardOf(
        "register",
        _called("The register"),
        register_card,
        "the register",
        "A cases file (boardtui ingest --cases), or published figures.",
        measure="registered",
        dimension="status",
    ),
    CardOf(
        "mappa_category_1",
        _called("MAPPA category 1"),
        partial(by_year_card, "mappa_category_1", CATEGORY_1),
        weight=2,
    ),
    CardOf(
        "mappa_rate",
        _called("Category 1 per 100,000", "Per 100,000"),
        partial(by_year_card, "mappa_category_1_rate", RATE),
    ),
    CardOf("mappa_categories", _categories, categories_card),
    CardOf("mappa_levels", levels_titles, levels_card),
    CardOf("also", also_titles, also_card, rest=True),
    CardOf("earlier", _called(*EARLIER), earlier_card, rest=True),
)
