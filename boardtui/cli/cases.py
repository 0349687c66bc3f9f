"""`boardtui cases`: the cases behind a figure, however many, as text, CSV or JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import add_format, day, dimension, measure

if TYPE_CHECKING:
    from boardtui.core.case import Case
    from boardtui.core.dimension import Slice
    from boardtui.review.cases import CaseList


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "cases",
        help="print the cases behind a figure",
        description="Print the cases that a figure counts, or is worked out from. A list of the "
        "overdue begins with the most overdue; any other is by case_ref.",
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
    parser.add_argument(
        "--measure",
        metavar="NAME",
        type=measure,
        default="registered",
        help="the cases behind this measure; by default, all on the register",
    )
    parser.add_argument(
        "--where",
        metavar="DIMENSION=SLICE",
        type=one_slice,
        action="append",
        default=[],
        help="only these, such as risk_level=high; unit= are those with none recorded; may be "
        "given again",
    )
    add_format(parser)
    parser.set_defaults(run=run)


def one_slice(text: str) -> Slice:
    """A slice as a user writes it: unit=North; unit= is not recorded."""
    from boardtui.core.dimension import Slice

    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not DIMENSION=SLICE, such as unit=North")
    return Slice(dimension(name.strip()), value.strip() or None)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.review.cases import case_list
    from boardtui.review.selection import choose
    from boardtui.settings.load import load
    from boardtui.store.database import open_database
    from boardtui.store.pages import count, stream

    definition = load(arguments.config).settings.definition
    with closing(open_database(arguments.database)) as database:
        selection = choose(database, arguments.force, arguments.as_at, "none")
        slices = tuple(arguments.where)
        found = case_list(database, selection, arguments.measure, slices, definition)
        # Closed before the database is, however the writing ends.
        with closing(stream(database, found.listing)) as cases:
            match arguments.format:
                case "json":
                    head = heading_json(found, count(database, found.listing))
                    output.stream_json(head, "cases", (case_json(found, case) for case in cases))
                case "csv":
                    output.write_csv(header(found), csv_rows(found, cases))
                case _:
                    from boardtui.cli.cases_text import lines

                    number = count(database, found.listing)
                    output.write_lines(lines(database, found, number, cases))
    return 0


def heading_json(found: CaseList, count: int) -> dict[str, Any]:
    """What stands before the cases: whose they are, as at when, and which."""
    selection = found.selection
    return {
        "version": 1,
        "force": selection.force.name,
        "as_at": selection.day,
        "synthetic": selection.force.synthetic,
        "measure": found.measure.name,
        "where": [{"by": one.dimension, "slice": one.value} for one in found.slices],
        "count": count,
    }


def case_json(found: CaseList, case: Case) -> dict[str, Any]:
    """A case by its columns; in a list of the overdue, with the days."""
    row: dict[str, Any] = dict(case.row)
    if found.of_overdue:
        row["days_overdue"] = found.days_overdue(case)
    return row


def header(found: CaseList) -> list[str]:
    from boardtui.core.case import COLUMNS

    return ["force", "synthetic", "as_at", *COLUMNS, *(["days_overdue"] * found.of_overdue)]


def csv_rows(found: CaseList, cases: Iterable[Case]) -> Iterator[list[object]]:
    """A row for each case, which says by itself whose it is and that it is synthetic."""
    selection = found.selection
    whose = [selection.force.name, selection.force.synthetic, selection.day]
    for case in cases:
        yield [*whose, *case_json(found, case).values()]
