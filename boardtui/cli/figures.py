"""`boardtui figures`: every figure of a board, compared, as text, CSV or JSON."""

from __future__ import annotations

import argparse
from typing import Any

from boardtui.cli.arguments import add_format, add_looked_at, dimension, measure
from boardtui.cli.failure import UsageError
from boardtui.review.day.every_figure import every_figure


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "figures",
        help="print the figures of a board",
        description="Print the figures of a force on a day, each with its base, its source and "
        "what it was: whatever the board shows.",
    )
    parser.add_argument("database", metavar="DATABASE")
    add_looked_at(parser)
    parser.add_argument(
        "--measure",
        metavar="NAME",
        type=measure,
        action="append",
        help="only this measure (boardtui define lists them); may be given again",
    )
    parser.add_argument(
        "--by",
        metavar="DIMENSION",
        type=dimension,
        action="append",
        default=[],
        help="tell apart by risk_level, age_band, unit, officer, mappa_level, mappa_category or "
        "status; given twice, by both at once",
    )
    parser.add_argument(
        "--board",
        action="store_true",
        help="as text alone: the cards of the board in order, each with the figures that it shows",
    )
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import reviewed, told
    from boardtui.cli.looking import log_printed
    from boardtui.review.day.selection import choose
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    if len(arguments.by) > 2 or len(set(arguments.by)) < len(arguments.by):
        raise UsageError("--by is given once, or twice with two different dimensions.")
    if arguments.board and (arguments.by or arguments.measure or arguments.format != "text"):
        raise UsageError("--board is text, and all of it: not --measure, --by or another --format.")
    settings = load(arguments.config).settings
    if arguments.board:
        from boardtui.cli.looking import begun_for
        from boardtui.cli.printed_board import print_board

        of = (arguments.force, arguments.as_at, arguments.against)
        location, definition = arguments.database, arguments.definition
        access = begun_for(settings, location, arguments.log_as)
        return print_board(location, settings, of, definition, arguments.audience, access)
    own, audience = settings.definition, settings.rules(arguments.audience)
    with closing(open_database(arguments.database)) as database:
        selection = choose(database, arguments.force, arguments.as_at, arguments.against)
        log_printed(settings, "figures", arguments, database, selection)
        review = reviewed(database, selection, arguments.definition, own, audience)
        listing = every_figure(review, arguments.measure, arguments.by)
        match arguments.format:
            case "json":
                from boardtui.export.figure_json import figure_json, heading_json

                figures = (figure_json(review, compared) for compared in listing)
                output.stream_json(heading_json(selection, review.audience), "figures", figures)
            case "csv":
                from boardtui.export.figure_csv import header, rows

                output.write_csv(header(arguments.by), rows(review, arguments.by, listing))
            case _:
                from boardtui.export.figure_text import lines

                output.write_lines(lines(selection, listing, told(review, own)))
    return 0
