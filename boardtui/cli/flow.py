"""`boardtui flow`: what became of a backlog between two snapshots."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import add_audience, add_definition, add_format, day
from boardtui.cli.failure import UsageError
from boardtui.core.measures.backlogs import BACKLOGS

if TYPE_CHECKING:
    from boardtui.core.audience.rules import Rules
    from boardtui.core.criterion.definition import Definition
    from boardtui.core.flow.slices import FlowBySlice
    from boardtui.core.measures.measure import Backlog
    from boardtui.store.connection.database import Database
    from boardtui.store.held.snapshots import ForceKey, SnapshotKey


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "flow",
        help="what became of a backlog between two snapshots",
        description="What became of a backlog between two snapshots: who was visited, who was "
        "cleared without a visit, who is still overdue, and who is newly so.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--from", dest="start", metavar="DATE", type=day, required=True, help="the earlier snapshot"
    )
    parser.add_argument(
        "--to", dest="end", metavar="DATE", type=day, required=True, help="the later snapshot"
    )
    parser.add_argument("--force", metavar="NAME", help="the force of both snapshots")
    parser.add_argument(
        "--backlog",
        choices=("visits", "assessments"),
        default="visits",
        help="what was overdue (the default is visits)",
    )
    parser.add_argument(
        "--by",
        choices=("risk_level", "unit"),
        help="tell the parts apart by risk level or unit, as on the day of which each is counted",
    )
    parser.add_argument(
        "--chain",
        action="store_true",
        help="step by step: the flow from each snapshot between the two days to the next, each as "
        "it was stored",
    )
    add_definition(parser, now="the later day", then="the earlier day")
    add_audience(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import under
    from boardtui.cli.looking import log_printed
    from boardtui.core.audience.rules import Way
    from boardtui.export.figure_json import audience_json
    from boardtui.export.flow import HEADER, csv_rows, flow_json
    from boardtui.export.flow_slices import BY_HEADER, slice_rows, slices_json
    from boardtui.review.day.definitions import definition_between
    from boardtui.review.day.selection import choose
    from boardtui.review.flow.flows import flow_of, snapshots_of
    from boardtui.review.flow.shown import shown_to
    from boardtui.review.flow.start import bearing_on, unknown_between
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database
    from boardtui.store.held.publication import rules_in

    start, end = arguments.start, arguments.end
    if start >= end:
        raise UsageError(f"--from {start} is not before --to {end}.")
    settings = load(arguments.config).settings
    own = settings.definition
    with closing(open_database(arguments.database)) as database:
        audience = rules_in(database, settings.rules(arguments.audience))
        if arguments.by and (why := audience.closes(Way.CROSSES)):
            raise UsageError(f"--by: {why[:1].lower()}{why[1:]}")
        selection = choose(database, arguments.force, end, "none")
        log_printed(settings, "flow", arguments, database, selection)
        force = selection.force
        backlog = BACKLOGS[arguments.backlog]
        if arguments.chain:
            return _chain(arguments, database, force, backlog, audience)
        then, now = snapshots_of(database, force, start, end)
        definition = definition_between(arguments.definition, then, now, own)
        flow = shown_to(audience, flow_of(database, then, now, backlog, definition))
        unknown = bearing_on(backlog, unknown_between(database, then, now))
        by = _by(database, then, now, backlog, definition, arguments.by)
    match arguments.format:
        case "json":
            output.write_json(
                flow_json(force, flow, unknown, definition)
                | audience_json(audience)
                | (slices_json(by) if by else {})
            )
        case "csv" if by:
            output.write_csv(BY_HEADER, slice_rows(force, by))
        case "csv":
            output.write_csv(HEADER, csv_rows(force, flow))
        case _:
            from boardtui.export.flow_text import by_slice, lines

            notes = [*under(definition, own), *filter(None, [audience.in_words])]
            output.write_lines(lines(force, flow, unknown, notes))
            if by:
                output.write_lines(by_slice(by))
    return 0


def _chain(
    arguments: argparse.Namespace,
    database: Database,
    force: ForceKey,
    backlog: Backlog,
    audience: Rules,
) -> int:
    """Print the flows from each snapshot to the next."""
    from boardtui.cli import output
    from boardtui.export.figure_json import audience_json
    from boardtui.export.flow import HEADER
    from boardtui.export.flow_chain import chain_json, chain_lines, chain_rows
    from boardtui.review.flow.chained import chained

    if arguments.by or arguments.definition != "settings":
        raise UsageError("--chain is of the stored flows: not with --by or --definition.")
    chain = chained(database, force, (arguments.start, arguments.end), backlog, audience)
    match arguments.format:
        case "json":
            output.write_json(chain_json(force, chain) | audience_json(audience))
        case "csv":
            output.write_csv(HEADER, chain_rows(force, chain))
        case _:
            output.write_lines(chain_lines(force, chain))
    return 0


def _by(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    dimension: str | None,
) -> FlowBySlice | None:
    """The flow by the slices of a dimension, where one was asked for."""
    if not dimension:
        return None
    from boardtui.core.criterion.dimension import DIMENSIONS
    from boardtui.store.flow.slices import flow_by

    return flow_by(database, then, now, backlog, definition, DIMENSIONS[dimension])
