"""What a slide says: a sentence made from figures, its parts by what needs them, its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from boardtui.panels.subject import Subject
from boardtui.panels.text import Line, Role


class Part(Struct, frozen=True):
    """Lines that stand or go together; the lower its `need`, the sooner it is shown.

    `forms` are ways to say it, the one that takes the most rows first. `apart` asks for a blank row
    above it.
    """

    forms: tuple[tuple[Line, ...], ...]
    need: int = 0
    apart: bool = True


class Window(Struct, frozen=True):
    """What the parts of a slide are made for: so many columns and rows, and one of its steps.

    `large` is whether numbers are drawn in large digits where there is room.
    """

    width: int
    height: int
    step: int
    large: bool = True


class Message(Struct, frozen=True):
    """What one slide says.

    `sentences` say it in ever fewer words; the first that has room is shown. `fills` are what
    placeholders of a sentence of one's own stand for, and `numbers` other texts whose numbers it
    may repeat. `parts` gives what stands below for a window and a step, of which there are
    `steps`: the last one shows all. `sources` say where it is from, in ever fewer words, and
    `about` are the figures that it is of, for whoever asks about them. `under` gives a line right
    below the sentence, for a width: the parts then stand high.
    """

    sentences: tuple[str, ...]
    parts: Callable[[Window], Sequence[Part]]
    sources: tuple[str, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    steps: int = 1
    about: tuple[Subject, ...] = ()
    under: Callable[[int], Line] | None = None
    role: Role = Role.STRONG


class NotToldError(Exception):
    """There is nothing for a slide to say; the message says what is missing, without a full stop.

    "no figure of overdue_visits of 31 Mar 2022".
    """
