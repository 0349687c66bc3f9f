"""`boardtui pack`: the board paper, as PDF, HTML or a workbook."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import add_looked_at
from boardtui.cli.failure import UsageError, say
from boardtui.cli.new_path import new_path, taken

if TYPE_CHECKING:
    from boardtui.core.audience.rules import Rules
    from boardtui.pack.document.paper import Paper
    from boardtui.review.day.review import Review
    from boardtui.settings import Settings
    from boardtui.store.connection.database import Database

PATIENCE = 1.5
"""Seconds after which it is said that something is still being done."""


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "pack",
        help="write the board paper: PDF, HTML or a workbook",
        description="Write the paper of a board to a new file: the headlines, a section for each "
        "panel, then and now, what changed, inspections, definitions and sources. The end of the "
        "file's name says what it is: .pdf, .html or .xlsx. A paper for the board or the public is "
        "made of a published database.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument("file", metavar="OUT.pdf|.html|.xlsx", help="the file to write")
    add_looked_at(parser)
    parser.add_argument(
        "--deck",
        metavar="FILE",
        help="begin with the messages of a deck (boardtui deck writes such a file), in its words; "
        "what it says of the force, the day and the audience holds for the paper",
    )
    parser.add_argument(
        "--with-cases",
        action="store_true",
        help="add lists of the most overdue cases, where the settings do not close them: such a "
        "paper is for the force alone",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from contextlib import closing

    from boardtui.cli import output
    from boardtui.core.words.wording import counted
    from boardtui.pack.written import write
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database

    path = _new(arguments.file)
    loaded = load(arguments.config)
    if arguments.with_cases:
        from boardtui.cli.cases import need_open

        need_open(loaded, arguments.audience)
    with (
        told_when_slow("The figures of the paper are being worked out…"),
        closing(open_database(arguments.database)) as database,
    ):
        paper = _paper(arguments, database, loaded.settings)
    with told_when_slow("The paper is being written…"):
        try:
            write(paper, path)
        except FileExistsError:
            raise UsageError(taken(path)) from None
    sections = counted(len(paper.sections), "sections")
    output.write_lines(
        [
            f"Wrote {path}: {paper.title.force}, {paper.title.day}, {sections}, for "
            f"{paper.title.audience}."
        ]
    )
    return 0


def _paper(arguments: argparse.Namespace, database: Database, settings: Settings) -> Paper:
    from boardtui.cli.definition import reviewed
    from boardtui.cli.looking import log_printed
    from boardtui.decks.opening import good, selected
    from boardtui.decks.reading import read_named
    from boardtui.decks.stage import Stage, whole_board
    from boardtui.pack.making.cases import cases
    from boardtui.pack.making.messages import messages
    from boardtui.pack.making.paper import paper_of
    from boardtui.review.day.selection import choose
    from boardtui.store.held.publication import rules_in

    of = (arguments.force, arguments.as_at, arguments.against)
    read = read_named(arguments.deck)
    deck = read.deck if read else None
    selection = selected(database, deck, *of) if deck else choose(database, *of)
    meant_for = deck.meant_for if deck else None
    rules = rules_in(database, settings.rules(arguments.audience, meant_for))
    refuse_unprotected(arguments.database, rules)
    log_printed(settings, "pack", arguments, database, selection)
    review = reviewed(database, selection, arguments.definition, settings.definition, rules)
    stage = Stage(whole_board(review))
    more = []
    if read is not None:
        more.append(messages(good(read, stage), stage))
    last = [cases(stage.board)] if arguments.with_cases else []
    return paper_of(stage.board, _marking(review, settings), more, last)


def _marking(review: Review, settings: Settings) -> str:
    """The marking of the settings, for a paper that is made of the force's own records."""
    return settings.pack.marking if review.selection.snapshot is not None else ""


def refuse_unprotected(location: str, rules: Rules) -> None:
    """Refuse a paper for others than the force that would be made of what only the force may see.

    What is hidden on a screen is not enough for a file that leaves the office. A database that was
    published for them, or for a stricter audience, has only what they may see.

    Raises:
        UsageError: with what to do.
    """
    if not rules.hides or rules.published:
        return
    from boardtui.store.connection.opening import shown

    audience = rules.audience.value
    raise UsageError(
        f"A paper for {rules.room} is made of a database published for them, in which nothing "
        f"gives anybody away, and this is none. First: boardtui publish {shown(location)} "
        f"published.db --audience {audience}; then: boardtui pack published.db."
    )


def _new(text: str) -> Path:
    """A path at which a paper can be written.

    Raises:
        UsageError: nothing can be, or its end says no kind of paper.
    """
    from boardtui.pack.written import KINDS

    path = Path(text).expanduser()
    if path.suffix.lower() not in KINDS:
        raise UsageError(
            f"{path.name} ends in none of {', '.join(KINDS)}: the end says which kind is written."
        )
    return new_path(path)


@contextmanager
def told_when_slow(text: str) -> Iterator[None]:
    """Say on stderr what is being done, where it takes longer than somebody waits without."""
    from threading import Timer

    timer = Timer(PATIENCE, say, [text])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
