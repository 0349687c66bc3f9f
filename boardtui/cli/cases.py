"""`boardtui cases`: the cases behind a figure, however many, as text, CSV or JSON."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import (
    add_audience,
    add_definition,
    add_format,
    against,
    day,
    dimension,
    measure,
)

if TYPE_CHECKING:
    from boardtui.core.audience.audience import Audience
    from boardtui.core.criterion.dimension import Slice
    from boardtui.settings.load import Loaded


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "cases",
        help="print the cases behind a figure",
        description="Print the cases that a figure counts, or is worked out from, or the people of "
        "a part of a flow. A list of the overdue begins with the most overdue; any other is by "
        "case_ref. With the setting display.cases at false, none is printed.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument(
        "--force", metavar="NAME", help="the force; by default, that of the newest snapshot"
    )
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        type=day,
        help="the day of a snapshot; by default, the newest",
    )
    _add_lists(parser)
    parser.add_argument(
        "--where",
        metavar="DIMENSION=SLICE",
        type=one_slice,
        action="append",
        default=[],
        help="only these, such as risk_level=high; unit= are those with none recorded; may be "
        "given again",
    )
    add_definition(parser, then="the day compared with or of --from")
    parser.add_argument(
        "--against",
        metavar="DATE|inspection|none",
        type=against,
        help="of --definition then: what the figures are compared with, as of boardtui figures",
    )
    _add_shown(parser)
    parser.set_defaults(run=run)


def _add_lists(parser: argparse.ArgumentParser) -> None:
    """Which list it is: of a figure, of a part of a flow, or one case."""
    parser.add_argument(
        "--measure",
        metavar="NAME",
        type=measure,
        help="the cases behind this measure; by default, all on the register",
    )
    parser.add_argument(
        "--case",
        metavar="CASE",
        help="instead one case of the force: its last record, and all that is recorded of it, "
        "oldest first",
    )
    parser.add_argument(
        "--part",
        metavar="PART",
        help="instead the people of a part of the flow of a backlog, with what changed, such as "
        "visited; also opening, closing, cleared_without, dates_moved, overdue_by_dates_then",
    )
    parser.add_argument(
        "--backlog",
        choices=("visits", "assessments"),
        help="of --part: what was overdue (the default is visits)",
    )
    parser.add_argument(
        "--from",
        dest="start",
        metavar="DATE",
        type=day,
        help="of --part: the earlier snapshot; by default, the one before",
    )


def _add_shown(parser: argparse.ArgumentParser) -> None:
    """To whom it is shown, and how."""
    add_audience(parser)
    add_format(parser)


def one_slice(text: str) -> Slice:
    """A slice as a user writes it: unit=North; unit= is not recorded."""
    from boardtui.core.criterion.dimension import Slice

    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not DIMENSION=SLICE, such as unit=North")
    return Slice(dimension(name.strip()), value.strip() or None)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import under
    from boardtui.cli.looking import log_printed
    from boardtui.export.cases import case_json, csv_rows, header, heading_json
    from boardtui.review.cases.cases import case_list
    from boardtui.review.day.definitions import definition_named
    from boardtui.review.day.selection import choose
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database
    from boardtui.store.lists.pages import count, stream

    of_then = _see_asked(arguments)
    loaded = load(arguments.config)
    need_open(loaded, arguments.audience)
    own = loaded.settings.definition
    baseline = arguments.against if of_then else "none"
    with closing(open_database(arguments.database)) as database:
        selection = choose(database, arguments.force, arguments.as_at, baseline)
        log_printed(loaded.settings, "cases", arguments, database, selection)
        if arguments.case:
            from boardtui.cli.one_case import print_case

            definition = definition_named(arguments.definition, selection, own)
            print_case(database, selection, arguments.case, definition or own, arguments.format)
            return 0
        slices = tuple(arguments.where)
        if arguments.part is None:
            measure_name = arguments.measure or "registered"
            definition = definition_named(arguments.definition, selection, own)
            found = case_list(database, selection, measure_name, slices, definition)
        else:
            from boardtui.cli.part_cases import asked_list

            found = asked_list(database, selection, arguments, slices, own)
        # Closed before the database is, however the writing ends.
        with closing(stream(database, found.listing)) as cases:
            match arguments.format:
                case "json":
                    head = heading_json(found, count(database, found.listing))
                    output.stream_json(head, "cases", (case_json(found, case) for case in cases))
                case "csv":
                    output.write_csv(header(found), csv_rows(found, cases))
                case _:
                    from boardtui.export.cases_text import lines

                    number = count(database, found.listing)
                    output.write_lines(
                        lines(database, found, number, cases, under(found.definition, own))
                    )
    return 0


def _see_asked(arguments: argparse.Namespace) -> bool:
    """See that what is asked for goes together; whether it is a list of then.

    Raises:
        UsageError: it does not.
    """
    from boardtui.cli.failure import UsageError

    if arguments.case and (arguments.measure or arguments.part or arguments.where):
        raise UsageError("--case is one case: not --measure, --part or --where.")
    if arguments.part is None and (arguments.backlog or arguments.start):
        raise UsageError("--backlog and --from are of a part: say which with --part.")
    if arguments.part is not None and arguments.measure:
        raise UsageError("--measure and --part are two lists: ask for one of them.")
    of_then: bool = arguments.part is None and arguments.definition == "then"
    if arguments.against and not of_then:
        raise UsageError("--against is of --definition then, for a list that is not of a part.")
    return of_then


def need_open(loaded: Loaded, audience: Audience | None) -> None:
    """Print single cases only where they may be seen.

    Raises:
        UsageError: the settings close them, or who is shown them.
    """
    from boardtui.cli.failure import UsageError
    from boardtui.core.audience.rules import Way

    if not loaded.settings.display.cases:
        origin = loaded.origins["display.cases"]
        raise UsageError(
            f"Single cases are closed: the setting display.cases is false, from {origin}. Where "
            "they may be seen, set it to true, or name another settings file with --config."
        )
    if why := loaded.settings.rules(audience).closes(Way.CASES):
        from_settings = loaded.settings.rules().closes(Way.CASES)
        origin = loaded.origins["audience.shown_to"] if from_settings else "--audience"
        raise UsageError(f"{why[:-1]}, as {origin} asks.")
