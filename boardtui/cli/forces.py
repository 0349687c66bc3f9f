"""`boardtui forces`: one measure of all forces, near a day, with the limits of chance."""

from __future__ import annotations

import argparse
from typing import Any

from boardtui.cli.arguments import add_audience, add_format, day, measure


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "forces",
        help="one measure of all forces, side by side",
        description="Print one measure of all forces, each on its day nearest to one, with its "
        "base and source and the limits of a funnel plot. They are not ranked: what is not counted "
        "alike is listed apart, with why.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--measure",
        metavar="NAME",
        type=measure,
        required=True,
        help="the measure (boardtui define lists them)",
    )
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        type=day,
        help="the day; by default, the latest that there is of the measure",
    )
    parser.add_argument(
        "--force",
        metavar="NAME",
        help="the force that is looked at: invented forces are put beside invented ones alone",
    )
    add_audience(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.looking import log_printed
    from boardtui.export.figure_json import audience_json
    from boardtui.review.day.selection import choose
    from boardtui.review.forces.compare import compare_forces
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database
    from boardtui.store.held.publication import rules_in

    settings = load(arguments.config).settings
    with closing(open_database(arguments.database)) as database:
        audience = rules_in(database, settings.rules(arguments.audience))
        opened = choose(database, arguments.force).force
        log_printed(settings, "forces", arguments, database)
        found = compare_forces(
            database,
            arguments.measure,
            arguments.as_at,
            opened,
            settings.definition,
            audience,
        )
    match arguments.format:
        case "json":
            from boardtui.export.forces import forces_json

            output.write_json(forces_json(found) | audience_json(audience))
        case "csv":
            from boardtui.export.forces import HEADER, csv_rows

            output.write_csv(HEADER, csv_rows(found))
        case _:
            from boardtui.export.forces import text_lines

            output.write_lines([*filter(None, [audience.in_words]), *text_lines(found)])
    return 0
