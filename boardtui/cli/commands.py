"""The commands by their names, and which of them a command line means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from boardtui.cli.failure import UsageError

COMMANDS = {
    "demo": "boardtui.cli.demo",
    "ingest": "boardtui.cli.ingest",
    "copy": "boardtui.cli.copy",
    "database": "boardtui.cli.database",
    "upgrade": "boardtui.cli.upgrade",
    "verify": "boardtui.cli.verify",
    "sign": "boardtui.cli.sign",
    "forget": "boardtui.cli.forget",
    "snapshots": "boardtui.cli.snapshots",
    "publish": "boardtui.cli.publish",
    "present": "boardtui.cli.present",
    "notes": "boardtui.cli.notes",
    "figures": "boardtui.cli.figures",
    "flow": "boardtui.cli.flow",
    "trend": "boardtui.cli.trend",
    "forecast": "boardtui.cli.forecast",
    "forces": "boardtui.cli.forces",
    "cases": "boardtui.cli.cases",
    "find": "boardtui.cli.find",
    "inspections": "boardtui.cli.inspections",
    "pack": "boardtui.cli.pack",
    "deck": "boardtui.cli.deck",
    "define": "boardtui.cli.define",
    "serve-ssh-config": "boardtui.cli.serve_ssh_config",
    "config": "boardtui.cli.config",
}
"""The module of each command: it has `add_parser(subparsers)`, which sets `run` to a function that
takes the parsed arguments and returns the exit status."""

VALUED = ("--config", "--force", "--as-at", "--against", "--definition", "--audience", "--log-as")
"""The options that may stand before a command's name and take a value."""


def command_in(words: Sequence[str]) -> str | None:
    """The command that a command line names; None where it opens the board.

    A database that is called as a command is given as ./figures.
    """
    word = first_word(words)
    return word if word in COMMANDS else None


def lone_database(words: Sequence[str]) -> str | None:
    """The database of a command line that is nothing else: most open the board just so."""
    if len(words) != 1 or words[0].startswith("-") or words[0] in COMMANDS:
        return None
    return words[0]


def lone_show(words: Sequence[str]) -> str | None:
    """The database of a command line that shows its slides, and says nothing else of them."""
    if len(words) != 2 or words[0] != "present" or words[1].startswith("-"):
        return None
    return words[1]


def first_word(words: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value, nor after `--`."""
    rest = iter(words)
    for word in rest:
        if word in VALUED:
            next(rest, None)
        elif word == "--":
            return None
        elif not word.startswith("-"):
            return word
    return None


def refuse_mistyped(words: Sequence[str]) -> None:
    """Refuse a word that is no database but nearly a command.

    Raises:
        UsageError: with the command that is nearest.
    """
    word = first_word(words)
    if word is None or not word.isalpha() or Path(word).exists():
        return
    from boardtui.core.words.nearest import nearest

    found = nearest(word, COMMANDS)
    if found:
        raise UsageError(
            f"There is no command {word}, and no such database; did you mean boardtui {found}?"
        )
