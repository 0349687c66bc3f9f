"""The panel of the risk mix: how many are managed at each risk level, and how many overdue."""

from __future__ import annotations

from boardtui.core.dimension import slice_title
from boardtui.core.figure import Origin
from boardtui.core.wording import share_text, value_text
from boardtui.panels.panel import Board
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    bar,
    chunk,
    columns,
    line_width,
    number,
    parts,
    quiet,
    space,
    wrapped,
)
from boardtui.review.review import ComparedFigure, Review


def risk_lines(board: Board, width: int) -> list[Line]:
    """The mix by risk level from records, and the shares that were said."""
    review = board.review
    return parts(_mix(review, width), _said(review, width))


def _mix(review: Review, width: int) -> list[Line]:
    managed = _by_level(review, "risk_mix")
    overdue = _by_level(review, "overdue_visits")
    if not managed:
        return []
    heads = ("risk", "managed", "of all", "overdue")
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    for level, one in managed.items():
        late = overdue.get(level)
        rows.append(
            (
                chunk(slice_title("risk_level", level)),
                chunk(number(value_text(one.figure)), subject=one),
                chunk(quiet(_part(one)), subject=one),
                chunk(number(value_text(late.figure)) if late else "", subject=late),
            )
        )
    lines = columns(rows, frozenset((1, 2, 3)), width, gap=1)
    # Where the table had to be set as running text, there is no room for bars either.
    drawn = _with_bars(lines, managed, overdue, width) if len(lines) == len(rows) else lines
    return parts(drawn, wrapped(_bases(review), width))


def _part(one: ComparedFigure) -> str:
    """A level's share of all, as short as a column needs: "<1%"."""
    if one.part is None:
        return ""
    return share_text(one.part.interval, 0).replace("under ", "<").replace("over ", ">")


SHORTEST_BAR = 6


def _with_bars(lines: list[Line], managed: ByLevel, overdue: ByLevel, width: int) -> list[Line]:
    """The rows with a bar of the overdue behind each, where there is room for one."""
    room = width - max(map(line_width, lines)) - 1
    if room < SHORTEST_BAR:
        return lines
    drawn = [lines[0]]
    for line, level in zip(lines[1:], managed, strict=True):
        drawn.append((*line, space(1), chunk(Span(_bar(overdue, level, room), Role.BAR))))
    return drawn


def _bar(levels: ByLevel, level: str | None, width: int) -> str:
    most = max((one.figure.value or 0 for one in levels.values()), default=0)
    one = levels.get(level)
    return bar(one.figure.value or 0 if one else 0, most, width)


ByLevel = dict[str | None, ComparedFigure]


def _by_level(review: Review, measure: str) -> ByLevel:
    return {
        one.figure.slices[0].value: one
        for one in review.by(measure, "risk_level")
        if one.figure.origin is Origin.RECORDS
    }


def _bases(review: Review) -> list[Chunk]:
    """What the two columns add up to."""
    pieces = []
    for name, words in (("risk_mix", "managed, all"), ("overdue_visits", "overdue visits, all")):
        for one in review.figures(name)[:1]:
            pieces.append(chunk(quiet(f"{words} "), number(value_text(one.figure)), subject=one))
    return pieces


def _said(review: Review, width: int) -> list[Line]:
    """The shares by risk level said in public, with the base that was stated."""
    said = review.by("risk_share", "risk_level")
    if not said:
        return []
    pieces = [chunk(quiet("said in public:"))]
    for one in said:
        level = slice_title("risk_level", one.figure.slices[0].value)
        pieces.append(chunk(f"{level} ", number(value_text(one.figure)), subject=one))
    lines = wrapped(pieces, width, gap=1)
    base = said[0].figure.base
    return lines + wrapped([chunk(quiet(f"base {base or 'not stated'}"), subject=said[0])], width)
