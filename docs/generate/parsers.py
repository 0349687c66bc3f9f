"""The commands with their arguments, as the real argument parser is told of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from boardtui.cli import board
from boardtui.cli.commands import COMMANDS
from boardtui.cli.parser import Parser


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument: an option ("--force"), or a word in its place (then without a name)."""

    name: str
    value: str
    optional: bool
    repeated: bool
    help: str

    @property
    def called(self) -> str:
        """The argument with the name of its value: "--force NAME"."""
        return " ".join(word for word in (self.name, self.value) if word)

    @property
    def usage(self) -> str:
        """As a usage line has it; brackets say that it can be left out."""
        word = f"[{self.called}]" if self.optional else self.called
        return f"{word}..." if self.repeated else word


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or an action of one ("config show"), with its arguments as they are declared."""

    name: str
    description: str
    arguments: tuple[Argument, ...]

    @property
    def usage(self) -> str:
        """How it is called."""
        in_place = [each.usage for each in self.arguments if not each.name]
        options = [each.usage for each in self.arguments if each.name]
        return " ".join(word for word in ("boardtui", self.name, *in_place, *options) if word)


class Listening(Parser):
    """A parser that remembers what it was told to take."""

    def __init__(self, *args: object, **options: Any) -> None:
        self.taken: list[Argument] = []
        self.actions: dict[str, Listening] = {}
        super().__init__(*args, **options)

    def add_argument(self, *args: Any, **options: Any) -> argparse.Action:
        action = super().add_argument(*args, **options)
        # Every command takes these two.
        if action.dest not in ("help", "config", "debug"):
            self.taken.append(_argument(action, options))
        return action

    def add_subparsers(self, **options: Any) -> Any:
        subparsers = super().add_subparsers(**options)
        self.actions = subparsers.choices
        return subparsers


def _argument(action: argparse.Action, options: dict[str, Any]) -> Argument:
    name = action.option_strings[-1] if action.option_strings else ""
    value = action.metavar if isinstance(action.metavar, str) else ""
    return Argument(
        name,
        "|".join(map(str, action.choices)) if action.choices else value,
        optional=not action.required if name else action.nargs == "?",
        repeated=options.get("action") == "append",
        help=action.help or "",
    )


def commands() -> Iterator[Command]:
    """Opening the board (without a name), then every command."""
    top = Listening(prog="boardtui")
    board.add_arguments(top)
    yield Command("", "Open the board of a database.", tuple(top.taken))
    subparsers = Listening(prog="boardtui").add_subparsers()
    for name, module in COMMANDS.items():
        import_module(module).add_parser(subparsers)
        parser: Listening = subparsers.choices[name]
        named = {f"{name} {action}": child for action, child in parser.actions.items()}
        for called, each in (named or {name: parser}).items():
            yield Command(called, each.description or "", tuple(each.taken))
