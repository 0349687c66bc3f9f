"""`boardtui trend`: a figure month by month, with what may be said of how it varies."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import add_audience, add_format, day, dimension, one_of
from boardtui.cli.failure import UsageError

if TYPE_CHECKING:
    from boardtui.review.trend.trends import Told
    from boardtui.settings import Settings


def add_parser(subparsers: Any) -> None:
    from boardtui.core.trend.flow_measures import FLOW_MEASURES
    from boardtui.core.trend.months import WHICH_MONTH

    parser = subparsers.add_parser(
        "trend",
        help="a figure month by month, with limits where they mean something",
        description="A figure month by month. What happened in a month (visits tried and seen, who "
        "joined and left, and of each backlog's flow "
        f"{', '.join(FLOW_MEASURES)}) is a control chart as NHS England's Making Data Count draws "
        "it: mean, limits, and the months that chance alone seldom has. What stood at a month's "
        "end is a run chart, since each month stands on the one before: nothing is flagged. What "
        "was published is told as it was.",
        epilog=WHICH_MONTH,
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--measure",
        metavar="NAME",
        type=measured,
        required=True,
        help="a measure (boardtui define), or a number of a flow, as named above",
    )
    _add_asked(parser)
    add_audience(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def _add_asked(parser: argparse.ArgumentParser) -> None:
    """Of which slice, of which force, over which time, and what is known to have changed."""
    from boardtui.cli.cases import one_slice

    parser.add_argument(
        "--where",
        metavar="DIMENSION=SLICE",
        type=one_slice,
        action="append",
        default=[],
        help="of one slice alone: unit=North; unit= is where it is not recorded",
    )
    parser.add_argument(
        "--by",
        metavar="DIMENSION",
        type=dimension,
        help="in place of months: at the end of each year, by unit, risk_level and so on",
    )
    parser.add_argument(
        "--force", metavar="NAME", help="the force; by default, that of the newest snapshot"
    )
    parser.add_argument(
        "--from", dest="start", metavar="DATE", type=day, help="from the month of this day on"
    )
    parser.add_argument(
        "--to", dest="end", metavar="DATE", type=day, help="up to the month of this day"
    )
    parser.add_argument(
        "--change",
        metavar="DATE=TEXT",
        type=change,
        action="append",
        default=[],
        help="a change that is known of: new limits from the month of that day on, and why",
    )


def measured(name: str) -> str:
    """A name that a trend can be asked for."""
    from boardtui.review.trend.asked import names

    return one_of("measure", names(), name)


def change(text: str) -> tuple[Any, str]:
    """A day and what changed on it: "2023-05-01=two officers left"."""
    when, equals, why = text.partition("=")
    if not equals or not why.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not a day and what changed: DATE=TEXT")
    return day(when), why.strip()


def run(arguments: argparse.Namespace) -> int:
    from boardtui.cli import output
    from boardtui.export.figure_json import audience_json
    from boardtui.export.trend import HEADER, csv_rows, lines, trend_json
    from boardtui.settings.load import load

    if arguments.start and arguments.end and arguments.start > arguments.end:
        raise UsageError(f"--from {arguments.start} is after --to {arguments.end}.")
    settings = load(arguments.config).settings
    if arguments.by:
        return _years(arguments, settings)
    told = _told(arguments, settings)
    match arguments.format:
        case "json":
            output.write_json(trend_json(told) | audience_json(told.audience))
        case "csv":
            output.write_csv(HEADER, csv_rows(told))
        case _:
            output.write_lines(lines(told))
    return 0


def _years(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print a figure at the end of each year, by the slices of a dimension."""
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.looking import log_printed
    from boardtui.export.figure_json import audience_json
    from boardtui.export.years import HEADER, years_json, years_lines, years_rows
    from boardtui.review.day.selection import choose
    from boardtui.review.trend.years import years_by
    from boardtui.store.connection.opening import open_database
    from boardtui.store.held.publication import rules_in

    if arguments.where or arguments.change or arguments.start:
        raise UsageError("--by tells years by slices: not with --where, --change or --from.")
    with closing(open_database(arguments.database)) as database:
        audience = rules_in(database, settings.rules(arguments.audience))
        selection = choose(database, arguments.force, None, "none")
        log_printed(settings, "trend", arguments, database, selection)
        asked = (selection.force, arguments.measure, arguments.by)
        told = years_by(database, *asked, audience=audience, last=arguments.end)
    match arguments.format:
        case "json":
            output.write_json(years_json(told) | audience_json(audience))
        case "csv":
            output.write_csv(HEADER, years_rows(told))
        case _:
            output.write_lines(years_lines(told))
    return 0


def _told(arguments: argparse.Namespace, settings: Settings) -> Told:
    from contextlib import closing

    from boardtui.cli.looking import log_printed
    from boardtui.core.words.days import month_start
    from boardtui.review.day.selection import choose
    from boardtui.review.trend.trends import Span, trend_of
    from boardtui.store.connection.opening import open_database
    from boardtui.store.held.publication import rules_in

    with closing(open_database(arguments.database)) as database:
        audience = rules_in(database, settings.rules(arguments.audience))
        selection = choose(database, arguments.force, None, "none")
        log_printed(settings, "trend", arguments, database, selection)
        return trend_of(
            database,
            selection.force,
            arguments.measure,
            tuple(arguments.where),
            audience=audience,
            span=Span(arguments.start, arguments.end),
            changes={month_start(when): why for when, why in arguments.change},
        )
