"""`boardtui copy`: the snapshots of one database into another, a file or a server."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "copy",
        help="copy snapshots from one database into another",
        description="Copy all that a database holds into another one, a file or a server, which is "
        "made if it is not there. Nothing there is overwritten, and what is there already as it is "
        "here is passed over. A run that was ended is gone on with by the same command.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", help="where from: a SQLite file, or the URL of a server"
    )
    parser.add_argument(
        "target", metavar="TARGET", help="where to: a SQLite file, or the URL of a server"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Copy, telling on stderr how far it is and what it did."""
    from boardtui.cli.failure import DONE, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_changed
    from boardtui.ingest.copying.copy import copy
    from boardtui.settings.load import load

    log_changed(load(arguments.config).settings, "copy", arguments)
    with Told(sys.stderr, time.monotonic, of="snapshots", tells_left=True) as told:
        done = copy(arguments.database, arguments.target, told)
    say(done.text())
    return DONE
