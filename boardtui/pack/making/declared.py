"""Which section each card of the board becomes: every card has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.pack.making.backlog import backlog_panel
from boardtui.pack.making.caseloads import caseloads_panel
from boardtui.pack.making.changed import changed_panel
from boardtui.pack.making.mappa import categories_panel, levels_panel, year_panel
from boardtui.pack.making.panel import Panel
from boardtui.pack.making.published import also_panel, earlier_panel, share_panel, slice_panel
from boardtui.pack.making.register import register_panel
from boardtui.pack.making.risk import risk_panel
from boardtui.pack.making.visits import visits_panel
from boardtui.panels.cards.standing import Standing
from boardtui.panels.panel import Board

Maker = Callable[[Board, Standing], Panel]

PANELS: Mapping[str, Maker] = {
    "overdue_visits": partial(backlog_panel, VISITS),
    "overdue_visits_share": share_panel,
    "overdue_visits_slice": slice_panel,
    "risk_mix": risk_panel,
    "overdue_assessments": partial(backlog_panel, ASSESSMENTS),
    "changed": changed_panel,
    "visits": visits_panel,
    "caseloads": caseloads_panel,
    "register": register_panel,
    "mappa_category_1": partial(year_panel, "mappa_category_1"),
    "mappa_rate": partial(year_panel, "mappa_category_1_rate"),
    "mappa_categories": categories_panel,
    "mappa_levels": levels_panel,
    "also": also_panel,
    "earlier": earlier_panel,
}

LATER = ("changed", "earlier")
"""Sections that stand after the comparison of then and now."""
