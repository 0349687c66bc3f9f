"""The foot of a backlog's card: how it moved otherwise than by visits, and whom it leaves out."""

from __future__ import annotations

from msgspec.structs import replace

from boardtui.core.flow import definitions
from boardtui.core.flow.counts import Flow, most_without
from boardtui.core.flow.parts import done_part
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import count_text, number_text
from boardtui.panels.cards.card import Block
from boardtui.panels.cards.words import joined, known, label, strong
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.panels.text import Chunk, Line, Span, chunk, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

FIRST, LATER = 1, 4
"""The need of a foot that is never left out, and of another."""


def foot(board: Board, backlog: Backlog, width: int) -> Block:
    """How the backlog moved otherwise than by visits, and how many it does not count.

    Where more were cleared without a visit than by one, that is said at every size; the day since
    when, where that is not the heading's then. Under those whom it leaves out by why, their number
    is not said again.
    """
    flow = board.flows.get(backlog.name)
    out = _not_counted(board.review, backlog)
    since = f" since {day_text(flow.start)}" if flow and board.start.note else ""
    if flow is not None and most_without(flow):
        after = _cleared(flow, backlog, since, [], width).lines
        return replace(_cleared(flow, backlog, since, out, width), after=after)
    moved = _moved(flow, backlog, since)
    return Block(_in_a_line(moved + out, width), LATER, last=True, after=_in_a_line(moved, width))


def _in_a_line(pieces: list[Chunk], width: int) -> tuple[Line, ...]:
    """Pieces beside each other; where only one of two has room, the last."""
    fit = joined(pieces, width) if sum_of(pieces) <= width else joined(pieces[-1:], width)
    return (fit,) if fit else ()


def sum_of(pieces: list[Chunk]) -> int:
    """The columns of pieces beside each other."""
    return sum(piece.width for piece in pieces) + 3 * (len(pieces) - 1)


def _cleared(flow: Flow, backlog: Backlog, since: str, out: list[Chunk], width: int) -> Block:
    """How many were cleared without a visit, before how many by one, on as few lines as can be."""
    part, title = done_part(backlog), f"cleared without {backlog.a_one}"
    done, without = flow.parts[part], flow.cleared_without
    cleared = FlowNumber(flow, title, definitions.cleared(backlog), without)
    first = _number(strong(count_text(without)), cleared, since)
    if done is None:
        more = joined(out, width)
        least = wrapped([first], width)
        return Block((*least, more) if more else tuple(least), FIRST, (tuple(least),), last=True)
    second = _number(
        count_text(done), FlowNumber(flow, part.value, definitions.part(part, backlog), done)
    )
    least = wrapped([first], width)
    if first.width + 2 + second.width <= width:
        least = [(first, chunk(label(", ")), second)]
        rest = out
    else:
        rest = [second, *out]
    more = joined(rest, width)
    return Block((*least, more) if more else tuple(least), FIRST, (tuple(least),), last=True)


def _number(count: str | Span, number: FlowNumber, since: str = "") -> Chunk:
    return chunk(count, label(f" {number.title}{since}"), subject=number)


def _moved(flow: Flow | None, backlog: Backlog, since: str) -> list[Chunk]:
    """How many due dates were moved to later ones, with no visit."""
    if flow is None or not flow.dates_moved:
        return []
    title = "due dates moved" if flow.dates_moved > 1 else "due date moved"
    moved = FlowNumber(flow, title, definitions.moved(backlog), flow.dates_moved)
    return [_number(number_text(flow.dates_moved), moved, since)]


def _out(review: Review, backlog: Backlog) -> dict[str, ComparedFigure | None]:
    """Those whom the backlog does not count and who might be thought to be in it, by why."""
    words = {f"{backlog.name}_not_dated": "with no due date"} | LEFT_OUT
    names = (f"{backlog.name}_not_dated", *backlog.left_out)
    return {words[name]: known(review.figures(name)) for name in names}


LEFT_OUT = {"reactively_managed": "on reactive management", "missing_people": "missing"}


def _not_counted(review: Review, backlog: Backlog) -> list[Chunk]:
    """How many those are; nothing where that is not known of all of them."""
    counts = [one.figure.value if one else None for one in _out(review, backlog).values()]
    if None in counts:
        return []
    return [chunk(number_text(sum(filter(None, counts))), label(" not counted"))]


def left_out(review: Review, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """Whom the backlog does not count, by why, for a card that has the room."""
    pieces = [
        chunk(number_text(one.figure.value), label(f" {why}"), subject=one)
        for why, one in _out(review, backlog).items()
        if one is not None and one.figure.value is not None
    ]
    if len(pieces) < 2:
        return ()
    ends = [*[","] * (len(pieces) - 1), ""]
    told = [
        Chunk((*piece.spans, label(end)), piece.subject)
        for piece, end in zip(pieces, ends, strict=True)
    ]
    return tuple(wrapped([chunk(label("not counted:")), *told], width, gap=1))
