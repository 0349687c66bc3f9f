"""What whoever speaks reads while the room sees a slide: the notes, what comes next, the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from boardtui.core.words.wording import counted
from boardtui.link.said import Said
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    chunk,
    clipped,
    columns,
    line_width,
    quiet,
    space,
    spread,
    wrapped,
)

MARGIN = 1

LEAST = 20
"""Columns of where one is, from which the day has room beside it."""

LIKELY = "Likely to be asked"

NO_SHOW = "No show is running."
HOW = "Start one in the other terminal: boardtui present DATABASE. It is followed from here."

BLANK = {"black": "the room sees a black screen", "white": "the room sees a white screen"}


class Speaker(Struct, frozen=True):
    """What the notes know: what a show says, or why there is none.

    `minutes` are the complete ones since the show was begun; `waiting` are sentences on what is
    waited for; `clock` is the time of day, "19:42".
    """

    clock: str
    said: Said | None = None
    minutes: int = 0
    waiting: tuple[str, ...] = ()


class Page(Struct, frozen=True):
    """Rows that stay in sight above and below, and those between, which may be scrolled."""

    above: tuple[Line, ...]
    lines: tuple[Line, ...]
    below: tuple[Line, ...]

    def rows(self, height: int, top: int) -> list[Line]:
        """The page on so many rows, from one of its lines on."""
        room = self.room(height)
        shown = self.lines[top : top + room]
        blank: list[Line] = [()] * (room - len(shown))
        return [*self.above, *shown, *blank, *self.below][:height]

    def room(self, height: int) -> int:
        """How many of its lines are in sight on so many rows."""
        return max(1, height - len(self.above) - len(self.below))


def page_of(speaker: Speaker, width: int) -> Page:
    """What is read, for a width."""
    inner = max(1, width - 2 * MARGIN)
    said = speaker.said
    if said is None:
        heading = spread((chunk(Span("Notes", Role.HEADING)),), _clock(speaker.clock), inner)
        told = [line for text in speaker.waiting for line in (*wrapped([chunk(text)], inner), ())]
        return Page((_in(heading), ()), tuple(map(_in, told)), ())
    above = [*_head(speaker, said, inner), (), *_now(said, inner), ()]
    below = [(), *_next(said, inner)]
    lines = [*_notes(said, inner), *_likely(said, inner)]
    return Page(*(tuple(map(_in, part)) for part in (above, lines, below)))


def _in(line: Line) -> Line:
    return (space(MARGIN), *line) if line else ()


def _clock(clock: str) -> Line:
    return (chunk(Span(clock, Role.STRONG)),)


def _head(speaker: Speaker, said: Said, width: int) -> Iterator[Line]:
    """Which show, when it is, and where one is in it."""
    mark = (space(2), chunk(Span("SYNTHETIC", Role.SYNTHETIC))) if said.synthetic else ()
    minutes = chunk(quiet(f"{counted(speaker.minutes, 'minutes')} since the start"))
    place = f"slide {said.slide} of {said.slides}"
    if said.steps > 1:
        place += f", part {said.step} of {said.steps}"
    seen = BLANK.get(said.seen, f"answering: {said.asked}" if said.asked else "")
    where = (chunk(quiet(place)), *((space(3), chunk(Span(seen, Role.STRONG))) if seen else ()))
    name = (chunk(Span(said.force, Role.HEADING)), *mark)
    right = (minutes, space(3), *_clock(speaker.clock))
    if line_width(name) + line_width(right) + 2 <= width:
        yield spread(name, right, width)
        day = (chunk(quiet(said.day)),)
        room = width - line_width(day) - 2
        yield spread(clipped(where, room), day, width) if room > LEAST else clipped(where, width)
        return
    yield spread(name, _clock(speaker.clock), width)
    yield from wrapped([chunk(quiet(place)), minutes], width)
    yield from wrapped([chunk(Span(seen, Role.STRONG))] if seen else [], width)


def _now(said: Said, width: int) -> Iterator[Line]:
    """What the slide, or the answer, says to the room."""
    yield from wrapped([chunk(Span(said.sentence, Role.STRONG))] if said.sentence else [], width)


def _notes(said: Said, width: int) -> Iterator[Line]:
    for text in said.notes:
        yield from wrapped([chunk(text)], width) if text.strip() else [()]
    if said.notes:
        yield ()


def _likely(said: Said, width: int) -> Iterator[Line]:
    if not said.likely:
        return
    yield (chunk(Span(LIKELY, Role.HEADING)),)
    rows: list[Sequence[Chunk]] = [
        (chunk(each.label), chunk(Span(each.value, Role.STRONG)), chunk(quiet(each.change)))
        for each in said.likely
    ]
    yield from columns(rows, frozenset((1, 2)), width)


def _next(said: Said, width: int) -> Iterator[Line]:
    told = said.following or "This is the last slide."
    yield from wrapped([chunk(quiet("next  "), told)], width)
