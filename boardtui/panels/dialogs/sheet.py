"""A sheet as rows of text: a frame with a title, what it says, and a line of keys at its foot."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from boardtui.panels import cells
from boardtui.panels.text import Line, Role, Span, chunk, clipped, line_width, space

FRAME = 2
"""Rows of a sheet's frame: the title above, the keys below."""

SIDES = 4
"""Columns of its frame, with a blank beside each."""


class Sheet(Struct, frozen=True):
    """What a sheet says, laid out for a width of text.

    `key` is the key that it was asked by, before its title. `head` stays in sight, and so does
    `foot`; `lines` between them are scrolled, so that those of `current` are seen. `below` names
    what stands last, where it is out of sight; without it, arrows alone say so. `field` is the row
    of the head behind whose words one types.
    """

    title: str
    lines: tuple[Line, ...]
    key: str = ""
    head: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()
    current: range | None = None
    below: str = "more"
    field: int | None = None

    @property
    def height(self) -> int:
        """The rows that it takes whole, with its frame."""
        return FRAME + len(self.head) + len(self.lines) + len(self.foot)

    def text(self) -> str:
        """All of it as plain text, its title first."""
        lines = (*self.head, *self.lines, *self.foot)
        rows = ("".join(piece.text for piece in line).rstrip() for line in lines)
        return "\n".join([self.title, *rows])

    def room(self, height: int) -> int:
        """How many of its lines are seen at once on so many rows."""
        return max(1, height - FRAME - len(self.head) - len(self.foot))

    def top(self, wanted: int, height: int) -> int:
        """The first line that is seen: the one wanted, as far as that shows the current ones."""
        room = self.room(height)
        top = max(0, min(wanted, len(self.lines) - room))
        if self.current:
            top = min(max(top, self.current.stop - room), self.current.start)
        return top


Keys = Callable[[int], Line]
"""Gives the line of keys for a width."""


def framed(sheet: Sheet, width: int, height: int, top: int, keys: Keys) -> list[Line]:
    """The rows of a sheet of a size, with the lines from `top` on."""
    room = sheet.room(height)
    shown = sheet.lines[top : top + room]
    blank = ((),) * max(0, room - len(shown))
    inner = [*sheet.head, *shown, *blank, *sheet.foot][: max(0, height - FRAME)]
    unseen = len(sheet.lines) > top + room
    return [
        _title(sheet, width),
        *(_row(line, width) for line in inner),
        _foot(keys, unseen, top > 0, sheet.below, width),
    ]


def _frame(text: str) -> Span:
    return Span(text, Role.FRAME)


def _title(sheet: Sheet, width: int) -> Line:
    key = f"{sheet.key} " if sheet.key else ""
    title = _within(sheet.title, max(1, width - 6 - len(key)))
    rule = "─" * max(0, width - 5 - len(key) - cells.width(title))
    return (
        chunk(_frame("╭─ "), Span(key, Role.KEY), Span(title, Role.HEADING), _frame(f" {rule}╮")),
    )


def _within(title: str, width: int) -> str:
    """A title without its last parts, where these have no room; cut, where not even the first."""
    while cells.width(title) > width and PART in title:
        title = title.rpartition(PART)[0]
    return cells.shortened(title, width)


PART = " · "
"""Between the parts of a title."""


def _row(line: Line, width: int) -> Line:
    inner = clipped(line, width - SIDES)
    pad = space(max(0, width - SIDES - line_width(inner)))
    return (chunk(_frame("│ ")), *inner, pad, chunk(_frame(" │")))


def _foot(keys: Keys, below: bool, above: bool, what: str, width: int) -> Line:
    """The foot of the frame: what the keys do here, and which way there is more to read."""
    arrows = "".join(arrow for arrow, there in (("↑", above), ("↓", below)) if there)
    words = what if below or not what else "more"
    more = chunk(Span(arrows, Role.KEY), Span(f" {words}" if words else "", Role.QUIET))
    room = width - 6 - (more.width + 2 if arrows else 0)
    line = [*keys(max(0, room))]
    if arrows:
        line += [space(2), more] if line else [more]
    rule = "─" * max(0, width - 5 - line_width(tuple(line)))
    return (chunk(_frame("╰─ ")), *line, chunk(_frame(f" {rule}╯")))
