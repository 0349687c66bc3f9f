"""docs/commands.md, from the argument parser, the exit statuses, and what the commands print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from boardtui.cli import failure
from boardtui.process.ending import HUNG_UP, INTERRUPTED, TERMINATED
from docs.generate.json_shape import (
    AGAINST,
    ENTRY,
    FIGURE,
    FLOW,
    FLOW_BY,
    FLOW_SLICE,
    HEADING,
    INSPECTION,
    SIGNATURE,
    VERIFIED,
    examples,
)
from docs.generate.markdown import assembled, block, code, prose, sentence, table
from docs.generate.parsers import Argument, Command, commands

INTRODUCTION = """
Every command takes `--help`, and `--config FILE` to name a [settings file](settings.md); boardtui
itself takes `--version`. Days are written 2024-01-17 or 17/01/2024. DATABASE is a SQLite file, or
the URL of a database server as SQLAlchemy writes it. A database file that is called as a command is
given with its folder: `./figures`.

Where boardtui fails by a fault of its own, it says so in a sentence. Given again with `--debug`, it
also writes where in it that was to a new file, and says which: in the user's folder for logs, on
Linux `~/.local/state/boardtui/log`, on macOS `~/Library/Logs/boardtui`. No value of any record is
in the file.
"""

STREAMS = """
What a command prints for use goes to standard output, and every word about it to standard error. So
`--format csv` and `--format json` can be sent straight to a file or another program.
"""

STATUSES = {
    failure.DONE: "done",
    failure.FAILED: "the data was refused, or the work failed",
    failure.USAGE: "wrong usage or settings, or a force, day, measure or dimension that is not "
    "there",
    failure.UNREADABLE: "the database cannot be reached or read, or holds what it may not",
    HUNG_UP: "the terminal was closed",
    INTERRUPTED: "interrupted from the keyboard",
    TERMINATED: "told to end by a signal",
}

SELECTION = """
Without `--force` and `--as-at`, the newest snapshot is opened; where a database holds none, the
newest day of published figures. Without `--against`, it is compared with the latest inspection
before it that has published figures, else with the snapshot before. An earlier date compares it
with that day's snapshot, or with the figures published of that day.
"""

CSV = """
One header row, then a row for each figure, case, part of a flow, measure, setting or thing held. A
text that a spreadsheet would run as a formula has an apostrophe before it. Yes and no are `yes` and
`no`; what is not known is blank, with the reason in a column of its own. It is UTF-8 without a
byte-order mark; the files that the board writes have one (the setting `export.byte_order_mark`).
"""

JSON = """
Numbers are not rounded. `null` means not known, not stated, or no such thing, never zero. The
number under `version` changes when something here changes its meaning or goes; that something is
added changes nothing.
"""

INSPECTIONS = "begins as `figures` does, and has a list of `inspections`, newest first. Of each:"


def page(database: Path) -> str:
    """The page."""
    figures, flow = examples(database)
    blocks = ["# Commands", prose(INTRODUCTION)]
    for command in commands():
        blocks += _command(command)
    blocks += ["## Which force, day and baseline", prose(SELECTION)]
    statuses = [(str(status), sentence(what)) for status, what in STATUSES.items()]
    blocks += ["## Exit status", table(("status", "meaning"), statuses)]
    blocks += ["## Output", prose(STREAMS), "### CSV", prose(CSV), "### JSON", prose(JSON)]
    blocks += ["`boardtui figures --format json`, shown here with one of its figures:"]
    blocks += [_shown(figures), table(HEADER, _keys(HEADING))]
    blocks += ["Of `against`, which is null where nothing is compared with:"]
    blocks += [table(HEADER, _keys(AGAINST)), "Of each figure:", table(HEADER, _keys(FIGURE))]
    blocks += ["`boardtui flow --format json`:", _shown(flow), table(HEADER, _keys(FLOW))]
    blocks += ["With `--by`, besides:", table(HEADER, _keys(FLOW_BY))]
    blocks += ["Of each slice:", table(HEADER, _keys(FLOW_SLICE))]
    blocks += [f"`boardtui inspections --format json` {INSPECTIONS}"]
    blocks += [table(HEADER, _keys(INSPECTION))]
    blocks += ["`boardtui verify --format json`, of what is [sealed](seals.md):"]
    blocks += [table(HEADER, _keys(VERIFIED)), "Of each entry:", table(HEADER, _keys(ENTRY))]
    blocks += ["Of each signature:", table(HEADER, _keys(SIGNATURE))]
    return assembled(*blocks)


HEADER = ("key", "meaning")


def _command(command: Command) -> list[str]:
    title = f"## boardtui {command.name or 'DATABASE'}"
    blocks = [title, prose(command.description), block("text", command.usage)]
    rows = [_argument(each) for each in command.arguments if each.help]
    return [*blocks, table(("argument", "meaning"), rows)] if rows else blocks


def _argument(argument: Argument) -> tuple[str, str]:
    return code(argument.called), sentence(argument.help)


def _keys(meanings: dict[str, str]) -> list[tuple[str, str]]:
    return [(code(key), sentence(meaning)) for key, meaning in meanings.items()]


def _shown(value: dict[str, Any]) -> str:
    return block("json", json.dumps(value, ensure_ascii=False, indent=1))
