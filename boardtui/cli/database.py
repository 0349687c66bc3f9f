"""`boardtui database`: what a database server needs to be told for boardtui."""

from __future__ import annotations

import argparse
from typing import Any

LONGEST = 63
"""Bytes of the name of a role at most, by PostgreSQL."""


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "database",
        help="what a database server is to be told",
        description="What a PostgreSQL server is to be told for boardtui. Nothing is changed.",
    )
    actions = parser.add_subparsers(title="actions", metavar="roles", required=True)
    roles = actions.add_parser(
        "roles",
        help="the SQL of a role that opens boards, and of one that ingests",
        description="Print the SQL that makes two roles on a PostgreSQL server: one that opens "
        "boards and can only read, and one that ingests. No password is in it.",
    )
    roles.add_argument(
        "--reader",
        metavar="NAME",
        type=role,
        default="boardtui_read",
        help="the role that opens boards (boardtui_read)",
    )
    roles.add_argument(
        "--writer",
        metavar="NAME",
        type=role,
        default="boardtui_ingest",
        help="the role that ingests (boardtui_ingest)",
    )
    roles.set_defaults(run=run_roles)


def role(text: str) -> str:
    """The name of a role."""
    if not text or "\0" in text or "$" in text or len(text.encode()) > LONGEST:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no name of a role: it has 1 to {LONGEST} bytes, and no $"
        )
    return text


def run_roles(arguments: argparse.Namespace) -> int:
    from boardtui.cli import output
    from boardtui.ingest.roles import roles_sql

    output.write_lines(roles_sql(arguments.reader, arguments.writer).splitlines())
    return 0
