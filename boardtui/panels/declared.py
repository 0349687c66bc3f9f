"""Every panel, declared: adding one here is all that adding a panel takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from boardtui.core.flow.counts import Flow
from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.panels.backlog import backlog_lines
from boardtui.panels.caseloads import caseloads_lines
from boardtui.panels.changed import changed_lines, changed_title
from boardtui.panels.mappa import mappa_lines
from boardtui.panels.panel import Board, Panel, shown_by
from boardtui.panels.published import published_lines
from boardtui.panels.register import register_lines
from boardtui.panels.risk import risk_lines
from boardtui.panels.visits import visits_lines, visits_title
from boardtui.review.day.review import Review
from boardtui.review.flow.start import FlowStart


def _called(title: str, board: Board) -> str:
    return title


PANELS = (
    Panel(
        1,
        "overdue_visits",
        partial(_called, "Overdue visits"),
        partial(backlog_lines, VISITS),
        "No figure of overdue visits.",
        "A cases file fills this panel (boardtui ingest --cases), or a published figure.",
        measure="overdue_visits",
    ),
    Panel(
        2,
        "risk_mix",
        partial(_called, "Risk mix"),
        risk_lines,
        "No figure by risk level.",
        "A cases file fills this panel (boardtui ingest --cases), or published figures.",
        measure="risk_mix",
    ),
    Panel(
        3,
        "overdue_assessments",
        partial(_called, "Overdue assessments"),
        partial(backlog_lines, ASSESSMENTS),
        "No figure of overdue assessments.",
        "A cases file fills this panel (boardtui ingest --cases), or a published figure.",
        measure="overdue_assessments",
    ),
    Panel(
        4,
        "changed",
        changed_title,
        changed_lines,
        "No records of two days.",
        "A cases file of this day and one of an earlier day fill this panel (boardtui ingest "
        "--cases).",
    ),
    Panel(
        5,
        "visits",
        visits_title,
        visits_lines,
        "No figure of visits tried.",
        "A visits file fills this panel (boardtui ingest --visits), or published figures.",
    ),
    Panel(
        6,
        "caseloads",
        partial(_called, "Caseloads"),
        caseloads_lines,
        "No figure of caseloads.",
        "A cases file fills this panel (boardtui ingest --cases), with an "
        "officers file for full-time posts.",
        measure="caseload",
        dimension="officer",
    ),
    Panel(
        7,
        "register",
        partial(_called, "The register"),
        register_lines,
        measure="registered",
        dimension="status",
    ),
    Panel(8, "mappa", partial(_called, "MAPPA, as published"), mappa_lines),
    Panel(9, "published", partial(_called, "Also published"), published_lines),
)


def board_of(review: Review, start: FlowStart, flows: Mapping[str, Flow]) -> Board:
    """The board of a review, with what its other panels leave to the last one."""
    board = Board(review, start, flows)
    return replace(board, elsewhere=shown_by(PANELS[:-1], board))
