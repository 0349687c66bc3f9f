"""`boardtui forecast`: a backlog in the months ahead, and what that takes for granted."""

from __future__ import annotations

import argparse
from typing import Any

from boardtui.cli.arguments import add_audience, add_definition, add_format, day
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.forecast.asked import MONTHS, MOST_MONTHS, MOST_RUNS, RUNS, SEED


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "forecast",
        help="a backlog in the months ahead",
        description="Forecast a backlog month by month, by drawing many times over what becomes of "
        "its people: a median, the middle 80%%, when it is cleared, and every assumption.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--force", metavar="NAME", help="the force; by default, that of the newest snapshot"
    )
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        type=day,
        help="the day from which it goes; by default, the newest snapshot's",
    )
    parser.add_argument(
        "--backlog",
        choices=tuple(BACKLOGS),
        default="visits",
        help="what is overdue (the default is visits)",
    )
    _add_how(parser)
    _add_stated(parser)
    parser.add_argument(
        "--back-test",
        action="store_true",
        help="also say how such forecasts from earlier days would have done",
    )
    add_definition(parser)
    add_audience(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def _add_how(parser: argparse.ArgumentParser) -> None:
    """How far ahead, and how often it is drawn."""
    parser.add_argument(
        "--months",
        metavar="N",
        type=_whole("months", 1, MOST_MONTHS),
        default=MONTHS,
        help=f"how many months ahead (the default is {MONTHS})",
    )
    parser.add_argument(
        "--runs",
        metavar="N",
        type=_whole("runs", 10, MOST_RUNS),
        default=RUNS,
        help=f"how many times the months are drawn (the default is {RUNS:,})",
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=_whole("a seed", 0, 2**63),
        default=SEED,
        help="what the draws begin from: the same gives the same forecast again "
        f"(the default is {SEED})",
    )


def _add_stated(parser: argparse.ArgumentParser) -> None:
    """What is stated, and not taken from the months before."""
    parser.add_argument(
        "--tried-a-month",
        metavar="N",
        type=_whole("visits tried a month", 0, 1_000_000),
        help="how many are tried each month; by default, as in the months before",
    )
    parser.add_argument(
        "--seen-share",
        metavar="P",
        type=_share,
        help="which share of them finds the person in, 0 to 1 or 0%% to 100%%; by default, as in "
        "the months before",
    )
    parser.add_argument(
        "--cleared-at",
        metavar="N",
        type=_whole("people", 0, 1_000_000),
        help="how many may be overdue while the backlog counts as cleared; by default, one in a "
        "hundred of those who are owed it",
    )


def _whole(what: str, least: int, most: int) -> Any:
    """What reads a whole number between two."""

    def read(text: str) -> int:
        digits = text.replace(",", "")
        if not (digits.isascii() and digits.isdigit() and least <= int(digits[:20]) <= most):
            raise argparse.ArgumentTypeError(
                f"{text!r} is not {what}: a whole number from {least:,} to {most:,}"
            )
        return int(digits)

    return read


def _share(text: str) -> float:
    """A share as a user writes it: 0.7 or 70%."""
    written = text.strip()
    try:
        share = float(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a share: write 0.7 or 70%")
    return share


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.looking import log_printed
    from boardtui.export.figure_json import audience_json
    from boardtui.review.day.definitions import definition_named
    from boardtui.review.day.selection import choose
    from boardtui.review.forecast.asked import Asked
    from boardtui.review.forecast.forecast import forecast
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database
    from boardtui.store.held.publication import rules_in

    settings = load(arguments.config).settings
    asked = Asked(
        arguments.backlog,
        arguments.months,
        arguments.runs,
        arguments.seed,
        arguments.tried_a_month,
        arguments.seen_share,
        arguments.cleared_at,
    )
    with closing(open_database(arguments.database)) as database:
        audience = rules_in(database, settings.rules(arguments.audience))
        selection = choose(database, arguments.force, arguments.as_at)
        log_printed(settings, "forecast", arguments, database, selection)
        definition = definition_named(arguments.definition, selection, settings.definition)
        of = (database, selection, definition, audience, asked)
        found = forecast(*of)
        tested = None
        if arguments.back_test and found.outcome is not None:
            from boardtui.review.forecast.back_tested import back_test

            tested = back_test(*of)
    match arguments.format:
        case "json":
            from boardtui.export.forecast import forecast_json

            output.write_json(forecast_json(found, tested) | audience_json(audience))
        case "csv":
            from boardtui.export.forecast import HEADER, csv_rows

            output.write_csv(HEADER, csv_rows(found))
        case _:
            from boardtui.cli.definition import under
            from boardtui.export.forecast import text_lines

            notes = [*under(definition, settings.definition), *filter(None, [audience.in_words])]
            output.write_lines([*notes, *text_lines(found, tested)])
    return 0
