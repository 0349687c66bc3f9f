"""`boardtui upgrade`: a database of an older boardtui made one of today's."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "upgrade",
        help="make a database of an older boardtui one of today's",
        description="Rewrite a database that an older boardtui made: in a copy, which takes its "
        "place when it is complete. Its figures are counted again, each snapshot's under the "
        "definition that it was stored under. Looking at an older database needs no upgrade.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", help="a SQLite file, or the URL of a database server"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Upgrade, telling on stderr how far it is and what it did."""
    from boardtui.cli.failure import DONE, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_changed
    from boardtui.ingest.upgrade import upgrade
    from boardtui.settings.load import load

    log_changed(load(arguments.config).settings, "upgrade", arguments)
    with Told(sys.stderr, time.monotonic) as told:
        done = upgrade(arguments.database, told)
    say(done.text())
    return DONE
