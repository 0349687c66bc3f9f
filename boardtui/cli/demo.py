"""`boardtui demo`: the board of an example."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from boardtui.cli.arguments import add_audience
from boardtui.cli.board import add_lock, need_terminal, show
from boardtui.cli.failure import UsageError, say


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "demo",
        help="open the board of an example",
        description="Open the board of an example: records of forces that do not exist, marked "
        "synthetic, and figures that were published of real ones. Its database is made the first "
        "time.",
    )
    parser.add_argument("--build", metavar="PATH", help="only make the example's database, there")
    add_audience(parser)
    add_lock(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from boardtui import demo

    if arguments.build is not None:
        demo.build(_free(arguments.build), say)
        return 0
    need_terminal("boardtui demo --build demo.db, then boardtui figures demo.db")
    database = demo.demo_database(say)
    return show(
        str(database),
        arguments.config,
        demo.FORCE,
        demo.DAY,
        None,
        no_cases=arguments.no_cases,
        audience=arguments.audience,
        log_as=arguments.log_as,
    )


def _free(text: str) -> Path:
    """A path at which a database can be made: nothing of the user's is ever written over."""
    path = Path(text)
    if "://" in text:
        raise UsageError("The demo is made as a file: --build takes a path.")
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already: remove it first, or name another path.")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent} is no folder to make {path.name} in.")
    return path
