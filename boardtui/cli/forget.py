"""`boardtui forget`: records removed by the rules of retention, and the figures left."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from boardtui.cli.arguments import day


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "forget",
        help="remove a person's records, or those past retention, and leave the figures",
        description="Remove a person's records from every snapshot, or all records of the "
        "snapshots before a day: all of it, or nothing. The figures and the flow stay as they were "
        "counted, and lists say that they hold fewer. It is an entry in the chain of seals, "
        "without the reference. Nothing is asked before: --dry-run says what would be removed.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", help="a SQLite file, or the URL of a database server"
    )
    parser.add_argument(
        "case",
        metavar="CASE",
        nargs="?",
        help="the reference of the person, as the records have it",
    )
    parser.add_argument(
        "--before",
        metavar="DATE",
        type=day,
        help="instead the records of every snapshot before this day",
    )
    parser.add_argument(
        "--why", metavar="TEXT", required=True, help="the reason, which stays in the chain of seals"
    )
    parser.add_argument("--force", metavar="NAME", help="only from snapshots of this force")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be removed, and remove nothing"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Forget, and say on stderr what was removed."""
    from boardtui.cli.failure import DONE, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_changed
    from boardtui.ingest.forgetting.asked import Forgetting
    from boardtui.ingest.forgetting.forget import forget
    from boardtui.settings.load import load

    asked = Forgetting(
        database=arguments.database,
        why=arguments.why,
        case=arguments.case,
        before=arguments.before,
        force=arguments.force,
        only_say=arguments.dry_run,
    )
    # Whom it is about is to stand nowhere afterwards.
    log_changed(load(arguments.config).settings, "forget", arguments, "case")
    with Told(sys.stderr, time.monotonic) as told:
        done = forget(asked, told)
    say(done.text())
    return DONE
