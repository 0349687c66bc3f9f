"""Which list `boardtui cases --part` prints."""

from __future__ import annotations

import argparse

from boardtui.cli.failure import UsageError
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import Slices
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.nearest import did_you_mean
from boardtui.review.cases.cases import CaseList
from boardtui.review.cases.part_asked import names
from boardtui.review.cases.part_cases import part_list
from boardtui.review.day.definitions import definition_between
from boardtui.review.day.selection import Selection
from boardtui.review.flow.flows import snapshots_of
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import snapshot_before


def asked_list(
    database: Database,
    selection: Selection,
    arguments: argparse.Namespace,
    slices: Slices,
    own: Definition,
) -> CaseList:
    """The list of the part that was asked for; `own` is the settings' definition.

    Raises:
        UsageError: there is no such part, or no earlier snapshot to begin with.
        NotThereError: a day has no snapshot, or a slice is not there.
    """
    backlog = BACKLOGS[arguments.backlog or "visits"]
    known = names(backlog)
    if arguments.part not in known:
        hint = did_you_mean(arguments.part, known)
        there = f" There are: {', '.join(known)}."
        raise UsageError(f"Overdue {backlog.name} have no part {arguments.part}{hint}{there}")
    start = arguments.start
    if start is None:
        earlier = snapshot_before(database, selection.force, selection.day)
        if earlier is None:
            day = day_text(selection.day)
            raise UsageError(f"{selection.force.name} has no records of a day before {day}.")
        start = earlier.as_at
    then, now = snapshots_of(database, selection.force, start, selection.day)
    which = known[arguments.part]
    definition = definition_between(arguments.definition, then, now, own)
    return part_list(database, then, now, selection, backlog, which, slices, definition)
