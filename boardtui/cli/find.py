"""`boardtui find`: what a few words name, as `/` finds it on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from boardtui.review.day.selection import Selection
    from boardtui.review.find import Answer, Found


def add_parser(subparsers: Any) -> None:
    from boardtui.cli.arguments import add_format, add_looked_at

    parser = subparsers.add_parser(
        "find",
        help="print what a few words name",
        description="Print the figures, days and cases that a few words name, in any order, as / "
        "finds them on the board: high overdue north.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument("words", metavar="WORD", nargs="+", help="a few words, in any order")
    add_looked_at(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.cli.definition import reviewed
    from boardtui.cli.looking import log_found
    from boardtui.decks.stage import whole_board
    from boardtui.panels.flow.found import parts_of
    from boardtui.review.day.selection import choose
    from boardtui.review.find import Asker
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    settings = load(arguments.config).settings
    own, audience = settings.definition, settings.rules(arguments.audience)
    with closing(open_database(arguments.database)) as database:
        selection = choose(database, arguments.force, arguments.as_at, arguments.against)
        log_found(settings, arguments, database, selection)
        review = reviewed(database, selection, arguments.definition, own, audience)
        asker = Asker(arguments.database, review, cases=settings.cases_open(arguments.audience))
        asker.offer((), parts_of(whole_board(review)))
        answer = asker.answer(" ".join(arguments.words), lambda: True, most=None)
    assert answer is not None
    match arguments.format:
        case "json":
            output.write_json(_json(selection, answer))
        case "csv":
            output.write_csv(("title", "said"), ((f.target.title, f.said) for f in answer.found))
        case _:
            output.write_lines(_lines(answer))
    return 0


def _lines(answer: Answer) -> list[str]:
    from boardtui.core.words.wording import number_text

    lines = [_line(found) for found in answer.found]
    if answer.nothing:
        lines.append(answer.nothing)
    if answer.more:
        first, total = number_text(len(answer.found)), number_text(answer.total)
        lines.append(f"First {first} of {total}: another word narrows them.")
    if answer.more_cases:
        lines.append("More cases begin so: another letter narrows them.")
    return lines


def _line(found: Found) -> str:
    title = found.target.title.replace(" · ", ", ")
    return title if found.said is None else f"{title}: {found.said}"


def _json(selection: Selection, answer: Answer) -> dict[str, object]:
    return {
        "version": 1,
        "force": selection.force.name,
        "as_at": selection.day,
        "synthetic": selection.force.synthetic,
        "asked": answer.asked,
        "found": [{"title": found.target.title, "said": found.said} for found in answer.found],
        "total": answer.total,
        "nothing": answer.nothing,
    }
