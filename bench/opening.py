"""Programs opened in turn, each until its first figure stands on the screen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.process import BOARDTUI
from bench.terminal import Terminal
from boardtui.panels.cards.digits import SIZES, drawn

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Program:
    """A command, and the text that says it has opened."""

    argv: list[str]
    opened: str


@dataclass(slots=True)
class Openings:
    """Several launches of one program, run by run."""

    seconds: list[float]
    written: list[float]
    """Bytes from the launch until it fell silent."""
    peak: list[float]
    """MiB of resident memory by then."""


def board(database: Path, overdue_visits: int) -> Program:
    """The board of a database; it is open when the true number stands on it in large digits."""
    return Program([BOARDTUI, str(database)], large(overdue_visits))


def large(number: int) -> str:
    """A pattern of a number in large digits: the rows of one of their sizes, one below another."""
    sizes = (drawn(f"{number:,}", rows) for rows in SIZES)
    below = r"[^\n]*\n[^\n]*?"
    return "|".join(f"(?:{below.join(map(re.escape, rows))})" for rows in sizes)


def alternate(
    programs: Mapping[str, Program], runs: int, columns: int = 120, lines: int = 36
) -> dict[str, Openings]:
    """Open the programs by turns, so that a busy moment of the machine falls on all of them.

    The order is turned round each time: none has the place behind a slower one for its own.
    Each is opened once beforehand and not counted: the first time pays for the disk.
    """
    openings = {name: Openings([], [], []) for name in programs}
    for number in range(runs + 1):
        turns = list(programs.items())
        for name, program in reversed(turns) if number % 2 else turns:
            with Terminal(program.argv, columns, lines) as terminal:
                seconds = terminal.wait(program.opened)
                terminal.settle()
                if number:
                    openings[name].seconds.append(seconds)
                    openings[name].written.append(terminal.bytes)
                    openings[name].peak.append(terminal.peak_memory / MIB)
    return openings
