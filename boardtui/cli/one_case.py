"""What `boardtui cases --case` prints: one case, with all that is recorded of it."""

from __future__ import annotations

from boardtui.cli import output
from boardtui.cli.failure import UsageError
from boardtui.core.criterion.definition import Definition
from boardtui.export.case_text import HEADER, case_json, lines, rows
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.lists.case_records import history_of


def print_case(
    database: Database, selection: Selection, case_ref: str, definition: Definition, form: str
) -> None:
    """Print a case as text, CSV or JSON.

    Raises:
        UsageError: the force has no such case.
    """
    history = history_of(database, selection.force, case_ref)
    if not history.records:
        raise UsageError(
            f"{selection.force.name} has no case {case_ref} in any snapshot. boardtui cases lists "
            "those of a day."
        )
    events = history.events(definition)
    match form:
        case "json":
            output.write_json(case_json(selection, history, events))
        case "csv":
            output.write_csv(HEADER, rows(selection, history, events))
        case _:
            output.write_lines(lines(selection, history, events))
