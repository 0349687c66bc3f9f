"""Every kind of slide, declared: adding one here, with its module, is all that adding one takes."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from msgspec import Struct

from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.panels.panel import Board
from boardtui.panels.slides.message import Message
from boardtui.panels.slides.slide import Slide


class KindOf(Struct, frozen=True):
    """A kind of slide: the module that tells it, which keys it takes, and what it is in words.

    `needs` are the keys without which there is no such slide, `takes` those that it may have beside
    what every slide may. `measures` are those that it can be of; none means any.
    `words` and `numbers` are how many it has at most, besides its heading, its source and the names
    of bars.
    """

    module: str
    help: str
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    words: int = 28
    numbers: int = 12

    def message(self, slide: Slide, board: Board) -> Message:
        """What a slide of this kind says of a board.

        Raises:
            NotToldError: there is nothing of it there.
        """
        # Only the kinds that are shown are imported: a show starts with one.
        module = import_module(f"boardtui.panels.slides.{self.module}")
        found = module.message(slide, board)
        assert isinstance(found, Message)
        return found


BACKLOG_COUNTS = tuple(backlog.overdue_name for backlog in BACKLOGS.values())

FIGURE = ("measure", "slice", "baseline")

KINDS: Mapping[str, KindOf] = {
    "title": KindOf("title", "What the meeting is about, and of which day.", ("title", "text")),
    "figure": KindOf("figure", "One figure in large digits.", FIGURE, ("measure",)),
    "then-and-now": KindOf(
        "then_and_now",
        "A figure then and now: both in large digits, and as bars on one scale.",
        FIGURE,
        ("measure",),
    ),
    "mix": KindOf(
        "mix",
        "The risk in a backlog: how many are overdue at each risk level, and of how many.",
        ("measure",),
        measures=("overdue_visits", "risk_share"),
    ),
    "ages": KindOf(
        "ages",
        "How late a backlog is, by days overdue, then and now.",
        ("measure", "baseline"),
        measures=BACKLOG_COUNTS,
        words=40,
        numbers=24,
    ),
    "flow": KindOf(
        "flow",
        "What became of a backlog, as a waterfall that is stepped through part by part.",
        ("measure", "baseline"),
        measures=BACKLOG_COUNTS,
        words=40,
        numbers=24,
    ),
    "visits": KindOf("visits", "Visits tried in the latest whole month, seen, and led to action."),
    "caseload": KindOf("caseload", "The most people that one full-time post or officer manages."),
    "years": KindOf(
        "years",
        "What was published each year of a measure, by year.",
        ("measure",),
        ("measure",),
    ),
    "answer": KindOf(
        "answer",
        "A measure by a dimension: eight bars a step, then and now.",
        ("measure", "by", "slice", "baseline"),
        ("measure", "by"),
        words=40,
        numbers=40,
    ),
    "text": KindOf(
        "text",
        "Words of one's own: a sentence, and up to six lines below it.",
        ("title", "text", *FIGURE),
    ),
}
