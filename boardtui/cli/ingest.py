"""`boardtui ingest`: extract files and published figures into a database."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from boardtui.cli.arguments import day

FILES = {
    "cases": "one row per person on the force's register on the day",
    "visits": "one row per visit tried",
    "officers": "one row per officer, with the part of a full-time post",
    "leavers": "one row per person who left since the snapshot before",
    "figures": "published figures; force and day stand in each row",
    "inspections": "inspections; force and day stand in each row",
}


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "ingest",
        help="make a database from extract files, or add a snapshot to it",
        description="Check extract files (CSV, XLSX or ODS) and store them in a database, which is "
        "made if it is not there: all of them, or nothing; or all those of a folder in one go.",
    )
    parser.add_argument(
        "database", metavar="DATABASE", help="a SQLite file, or the URL of a database server"
    )
    parser.add_argument(
        "--folder",
        metavar="DIR",
        type=Path,
        help="take in all that is in a folder: files such as Exampleshire/2024-01-31/cases.csv, or "
        "those that its manifest.toml names; a run that was ended is gone on with by giving the "
        "same command again",
    )
    parser.add_argument("--force", metavar="NAME", help="the force that the snapshot is of")
    parser.add_argument("--as-at", metavar="DATE", type=day, help="the snapshot's day")
    for kind, what in FILES.items():
        parser.add_argument(f"--{kind}", metavar="FILE", type=Path, help=what)
    parser.add_argument(
        "--sheet",
        metavar="KIND=NAME",
        type=sheet,
        action="append",
        default=[],
        help="the sheet to read of a spreadsheet, such as cases=March; by default, the first "
        "visible one with the required columns",
    )
    parser.add_argument(
        "--rejects",
        metavar="FILE",
        type=Path,
        help="store the good rows, and write what is wrong with the others to FILE",
    )
    parser.add_argument(
        "--replace", action="store_true", help="put this snapshot in place of the one of that day"
    )
    parser.add_argument(
        "--synthetic", action="store_true", help="mark the force as one that does not exist"
    )
    parser.add_argument(
        "--new-force",
        action="store_true",
        help="take a force whose name is nearly that of another for one of its own",
    )
    parser.add_argument(
        "--pseudonymise",
        metavar="KEYFILE",
        type=Path,
        help="store keyed digests in place of the references of cases and officers: under the same "
        "key the same in every snapshot; KEYFILE has 32 random bytes or more, for nobody else to "
        "read",
    )
    parser.set_defaults(run=run)


def sheet(text: str) -> tuple[str, str]:
    """A kind of file, and the name of a sheet of it."""
    kind, sign, name = text.partition("=")
    if kind not in FILES or not sign or not name.strip():
        raise argparse.ArgumentTypeError(
            f"{text!r} names no sheet: write KIND=NAME, such as cases=March; a kind is one of "
            f"{', '.join(FILES)}"
        )
    return kind, name.strip()


def run(arguments: argparse.Namespace) -> int:
    """Ingest, telling on stderr how far it is and what it did."""
    from boardtui.cli.failure import DONE, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.cli.looking import log_changed
    from boardtui.ingest import IngestRequest, ingest
    from boardtui.settings.load import load

    if arguments.folder is not None:
        return _folder(arguments)
    given = {kind: getattr(arguments, kind) for kind in FILES}
    request = IngestRequest(
        database=arguments.database,
        force=arguments.force,
        as_at=arguments.as_at,
        files={kind: path for kind, path in given.items() if path is not None},
        rejects=arguments.rejects,
        replace=arguments.replace,
        synthetic=arguments.synthetic,
        sheets=dict(arguments.sheet),
        new_force=arguments.new_force,
        pseudonymise=arguments.pseudonymise,
    )
    settings = load(arguments.config).settings
    log_changed(settings, "ingest", arguments)
    with Told(sys.stderr, time.monotonic) as told:
        report = ingest(request, settings, told)
    say(report.text())
    return DONE


def _folder(arguments: argparse.Namespace) -> int:
    """Ingest a folder."""
    from boardtui.cli.failure import DONE, UsageError, say
    from boardtui.cli.ingest_progress import Told
    from boardtui.ingest import FolderRequest, ingest_folder
    from boardtui.process.ending import EndedError
    from boardtui.settings.load import load

    for name in ("force", "as_at", *FILES):
        if getattr(arguments, name) is not None:
            raise UsageError(
                f"--{name.replace('_', '-')} is of one snapshot, and --folder says of each what it "
                "is of: give one or the other."
            )
    request = FolderRequest(
        database=arguments.database,
        folder=arguments.folder,
        rejects=arguments.rejects,
        replace=arguments.replace,
        synthetic=arguments.synthetic,
        sheets=dict(arguments.sheet),
        new_force=arguments.new_force,
        pseudonymise=arguments.pseudonymise,
    )
    settings = load(arguments.config).settings
    with Told(sys.stderr, time.monotonic, of="snapshots", tells_left=True) as told:
        try:
            report = ingest_folder(request, settings, told)
        except (KeyboardInterrupt, EndedError):
            if told.has_been("storing"):
                say("What was stored so far is kept: the same command goes on from there.")
            raise
    say(report.text())
    return DONE
