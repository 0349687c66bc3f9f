"""`boardtui verify`: whether a database is as it was sealed, and who signed it."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from boardtui.cli.arguments import add_format


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "verify",
        help="check that a database is as it was sealed",
        description="Check that all that is stored is as it was sealed, that the chain of seals is "
        "as it was made, and who signed it; of a published database also that no hidden count can "
        "be worked out of it. What differs is named, and the exit status is then 1. Without a "
        "signature this cannot stop whoever owns the file from making all of it anew.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", help="a SQLite file, or the URL of a database server"
    )
    parser.add_argument(
        "--signers",
        metavar="FILE",
        type=Path,
        help="whose signatures count, in OpenSSH's form of allowed signers; one of them must have "
        "signed the chain as it stands",
    )
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was found; the exit status says whether anything differs."""
    from contextlib import closing

    from boardtui.cli import output, verified
    from boardtui.cli.failure import DONE, FAILED
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_printed
    from boardtui.process.ssh_keygen import see_signers
    from boardtui.settings.load import load
    from boardtui.store.connection.opening import open_database
    from boardtui.store.held.publication import publication
    from boardtui.store.sealed.signatures import signatures
    from boardtui.store.sealed.verifying import verify

    if arguments.signers is not None:
        see_signers(arguments.signers)
    settings = load(arguments.config).settings
    with closing(open_database(arguments.database)) as database:
        log_printed(settings, "verify", arguments)
        with Told(sys.stderr, time.monotonic) as told:
            found = verify(database, told)
        signed = signatures(database, found, arguments.signers)
        audit = None
        if found.intact and publication(database) is not None:
            from boardtui.publish.audit import audited

            with Told(sys.stderr, time.monotonic, "counts") as told:
                audit = audited(database, told)
        asked = arguments.signers is not None
        result = verified.Result.of(database, found, signed, audit, asked=asked)
    match arguments.format:
        case "json":
            output.write_json(result.json())
        case "csv":
            output.write_csv(verified.HEADER, result.csv_rows())
        case _:
            output.write_lines(result.lines())
    return DONE if result.good else FAILED
