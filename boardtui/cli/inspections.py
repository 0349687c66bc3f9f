"""`boardtui inspections`: what was found, by when to answer it, and which figures speak to it."""

from __future__ import annotations

import argparse
from typing import Any

from boardtui.cli.arguments import add_format, add_looked_at


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "inspections",
        help="what inspections found, and the figures that speak to it",
        description="Print a force's inspections, newest first: what was found, by when the "
        "commissioner's response was or is due, and which figures of a day speak to the finding.",
    )
    parser.add_argument("database", metavar="DATABASE")
    add_looked_at(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import reviewed
    from boardtui.cli.looking import log_printed
    from boardtui.review.day.selection import choose
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings = load(arguments.config).settings
    own, audience = settings.definition, settings.rules(arguments.audience)
    with closing(open_database(arguments.database)) as database:
        selection = choose(database, arguments.force, arguments.as_at, arguments.against)
        log_printed(settings, "inspections", arguments, database, selection)
        review = reviewed(database, selection, arguments.definition, own, audience)
        match arguments.format:
            case "json":
                from boardtui.export.inspections import inspections_json

                output.write_json(inspections_json(review))
            case "csv":
                from boardtui.export.inspections import HEADER, csv_rows

                output.write_csv(HEADER, csv_rows(review))
            case _:
                from boardtui.cli.definition import told
                from boardtui.export.inspections import text_lines

                output.write_lines(text_lines(review, told(review, own)))
    return 0
