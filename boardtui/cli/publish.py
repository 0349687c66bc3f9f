"""`boardtui publish`: a new database without records, that a board or the public may have."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardtui.cli.arguments import audience, day
from boardtui.cli.failure import UsageError

if TYPE_CHECKING:
    from boardtui.publish.publishing import Published


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "publish",
        help="write a database without records, for a board or the public",
        description="Write a new database that holds no record and nothing that its audience may "
        "not see: small counts are hidden, and as many others as it takes so that none can be "
        "worked out. That is proved before anything is written.",
    )
    parser.add_argument("database", metavar="DATABASE")
    parser.add_argument("out", metavar="OUT", type=Path, help="the new database")
    parser.add_argument(
        "--audience",
        metavar="board|public",
        type=audience,
        required=True,
        help="who may have it; the settings say below what counts are hidden",
    )
    parser.add_argument(
        "--force",
        metavar="NAME",
        action="append",
        default=[],
        help="only this force; may be given again",
    )
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        type=day,
        action="append",
        default=[],
        help="only the snapshots of this day; may be given again; by default, of each force the "
        "newest and the one before",
    )
    parser.add_argument(
        "--previous",
        metavar="FILE",
        action="append",
        default=[],
        help="a database that was published before, which the same readers may hold; may be given "
        "again",
    )
    parser.add_argument(
        "--report",
        metavar="FILE",
        type=Path,
        help="where the force's own report goes, which nobody else may see (OUT-report.csv)",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="put the new files in the place of OUT and the report",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Publish, telling on stderr how far it is and what was done."""
    from boardtui.cli.failure import DONE, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_printed
    from boardtui.publish.publishing import Request, publish
    from boardtui.settings.load import load

    settings = load(arguments.config).settings
    rules = settings.rules(arguments.audience)
    if not rules.hides:
        raise UsageError("--audience: publish for board or public; the force has its own database.")
    out: Path = arguments.out
    report = arguments.report or out.with_name(f"{out.stem}-report.csv")
    request = Request(
        arguments.database,
        out,
        report,
        rules,
        arguments.force,
        arguments.as_at,
        arguments.previous,
        arguments.replace,
    )
    log_printed(settings, "publish", arguments)
    with Told(sys.stderr, time.monotonic, "counts") as told:
        done = publish(request, told)
    for line in lines(done, request.out, report):
        say(line)
    return DONE


def lines(done: Published, out: Path, report: Path) -> Iterator[str]:
    """What was done, for a reader."""
    from boardtui.core.words.days import day_text
    from boardtui.core.words.wording import number_text

    for one in done.snapshots:
        pattern = one.pattern
        shown = int((pattern.offered & (pattern.true > 0)).sum())
        hidden, small = int(pattern.hidden.sum()), int(pattern.primary.sum())
        tables = len({*pattern.tables, *pattern.not_offered})
        yield (
            f"{one.snapshot.force.name}, {day_text(one.snapshot.as_at)}: {number_text(hidden)} of "
            f"{number_text(shown)} counts are hidden ({number_text(small)} for being small), and "
            f"proved safe; {len(pattern.not_offered)} of {tables} tables are not "
            "offered."
        )
    for left in done.left_out:
        if left.earlier:
            yield (
                f"{left.force}: {_snapshots(left.earlier, 'earlier ')} left out; --as-at takes "
                "them by their days."
            )
        if left.without_records:
            yield (
                f"{left.force}: {_snapshots(left.without_records)} left out, of which there are "
                "no records here."
            )
    if done.contradicted:
        yield (
            f"{number_text(done.contradicted)} counts of the earlier editions are not those of the "
            "records now: they say nothing of these."
        )
    yield f"Wrote {out}, without records, and {report} for the force's own eyes."


def _snapshots(count: int, which: str = "") -> str:
    return f"{count:,} {which}snapshot{'' if count == 1 else 's'}"
