"""`boardtui sign`: a signature of what is sealed, by the user's SSH key."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "sign",
        help="sign what is sealed, with an SSH key",
        description="Sign the chain of seals as it stands, with an SSH key and by OpenSSH's own "
        "ssh-keygen, and keep the signature in the database. Whoever has the public key can then "
        "tell with boardtui verify --signers that these are the figures that were signed. What is "
        "not as it was sealed is not signed.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", help="a SQLite file, or the URL of a database server"
    )
    parser.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        required=True,
        help="the file of a private key, or of a public key whose private one ssh-agent holds",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Sign, and say on stderr what was signed with which key."""
    from boardtui.cli.failure import DONE, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_changed
    from boardtui.ingest.signing import sign
    from boardtui.panels.sealed import entries_text
    from boardtui.settings.load import load

    log_changed(load(arguments.config).settings, "sign", arguments)
    with Told(sys.stderr, time.monotonic) as told:
        done = sign(arguments.database, arguments.key, told)
    say(
        f"Signed with {done.signer.key}: {entries_text(done.head.number)} of the chain, "
        f"which ends with {done.head.chain}."
    )
    return DONE
