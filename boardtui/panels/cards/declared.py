"""Every card of the board, declared in order: adding one here is all that adding a card takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.core.words.days import day_text
from boardtui.panels.cards.card import Card
from boardtui.panels.cards.caseloads import caseloads_card
from boardtui.panels.cards.changed import changed_card
from boardtui.panels.cards.mappa import by_year_card, categories_card, levels_card
from boardtui.panels.cards.overdue import overdue_card, slice_card, slice_said, slice_words
from boardtui.panels.cards.register import register_card
from boardtui.panels.cards.rest import also_card, earlier_card
from boardtui.panels.cards.risk import risk_card
from boardtui.panels.cards.share import share_card
from boardtui.panels.cards.visits import visits_card
from boardtui.panels.panel import Board


@dataclass(frozen=True, slots=True)
class CardOf:
    """A card that a board may have.

    `titles` are its title in words, the longest first, of which the first that has room stands.
    `make` gives it for a width of text, None where there is nothing for it. `called` is what it is
    called among those that are not there, and `filled_by` what would fill it; a card without them
    stands only where it has something to say. `weight` is how wide it is beside another.
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


def _called(title: str, board: Board) -> tuple[str, ...]:
    return (title,)


def _slice_title(board: Board) -> tuple[str, ...]:
    one = slice_said(board)
    return (f"Overdue visits {slice_words(one)}",) if one else ("Overdue visits",)


def _changed(board: Board) -> tuple[str, ...]:
    return "What changed since then", "What changed"


def _categories(board: Board) -> tuple[str, ...]:
    return f"By category, on {day_text(board.review.selection.day)}", "By category"


CARDS = (
    CardOf(
        "overdue_visits",
        partial(_called, "Overdue visits"),
        partial(overdue_card, VISITS),
        "overdue visits",
        "A cases file (boardtui ingest --cases), or a published figure.",
        measure="overdue_visits",
    ),
    CardOf(
        "overdue_visits_share",
        partial(_called, "Overdue visits, in per cent"),
        share_card,
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
        partial(_called, "Risk mix"),
        risk_card,
        "risk mix",
        "A cases file (boardtui ingest --cases), or published shares.",
        measure="risk_mix",
    ),
    CardOf(
        "overdue_assessments",
        partial(_called, "Overdue assessments"),
        partial(overdue_card, ASSESSMENTS),
        "overdue assessments",
        "A cases file (boardtui ingest --cases), or a published figure.",
        measure="overdue_assessments",
    ),
    CardOf(
        "changed",
        _changed,
        changed_card,
        "what changed",
        "Cases files of this day and of an earlier one (boardtui ingest --cases).",
    ),
    CardOf(
        "visits",
        partial(_called, "Visits tried"),
        visits_card,
        "visits tried",
        "A visits file (boardtui ingest --visits), or published figures of a month.",
        measure="visits_attempted",
    ),
    CardOf(
        "caseloads",
        partial(_called, "Caseloads"),
        caseloads_card,
        "caseloads",
        "A cases file with officer_ref, and an officers file for full-time posts.",
        measure="caseload",
        dimension="officer",
    ),
    CardOf(
        "register",
        partial(_called, "The register"),
        register_card,
        "the register",
        "A cases file (boardtui ingest --cases), or published figures.",
        measure="registered",
        dimension="status",
    ),
    CardOf(
        "mappa_category_1",
        partial(_called, "MAPPA category 1"),
        partial(by_year_card, "mappa_category_1", "people in MAPPA category 1"),
        weight=2,
    ),
    CardOf(
        "mappa_rate",
        partial(_called, "Category 1 per 100,000"),
        partial(by_year_card, "mappa_category_1_rate", "per 100,000 people aged 10 and over"),
    ),
    CardOf("mappa_categories", _categories, categories_card),
    CardOf("mappa_levels", partial(_called, "MAPPA, over a year"), levels_card),
    CardOf("also", partial(_called, "Also published of this day"), also_card),
    CardOf("earlier", partial(_called, "Of earlier in the year"), earlier_card),
)
