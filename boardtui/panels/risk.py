"""The panel of the risk mix: how many are managed at each risk level, and how many overdue."""

from __future__ import annotations

from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.figure import Origin
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels.panel import Board
from boardtui.panels.said_shares import Said, said_by_level, said_cells, said_lines
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    bar,
    chunk,
    columns,
    fit,
    line_width,
    number,
    parts,
    quiet,
    space,
    wrapped,
)
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def risk_lines(board: Board, width: int) -> list[Line]:
    """The mix by risk level from records, and the shares that were said."""
    review = board.review
    said = said_by_level(review)
    counted = any(one.possible_counts for ones in said.values() for one in ones)
    table = _table(review, said if counted else {}, width)
    return parts(table, said_lines(said, width, counted))


def _table(review: Review, said: Said, width: int) -> list[Line]:
    """Each level by records, and under it what the share said of it would count."""
    managed, overdue = _by_level(review, "risk_mix"), _by_level(review, "overdue_visits")
    heads = (
        ("risk", "managed", "share", "overdue") if managed else ("said", "managed", "", "overdue")
    )
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    levels: list[str | None] = [HEAD]
    for level in DIMENSIONS["risk_level"].order({*managed, *said}):
        if one := managed.get(level):
            late = overdue.get(level)
            rows.append(
                (
                    chunk(slice_title("risk_level", level)),
                    chunk(number(value_text(one.figure)), subject=one),
                    chunk(quiet(_part(one)), subject=one),
                    chunk(number(value_text(late.figure)) if late else "", subject=late),
                )
            )
            levels.append(level)
        for share in said.get(level, ()):
            title = " said" if managed else slice_title("risk_level", level)
            label, of_managed, of_overdue = said_cells(share, title)
            rows.append((label, of_managed, chunk(""), of_overdue))
            levels.append(HEAD)
    if len(rows) == 1:
        return []
    lines = columns(rows, frozenset((1, 2, 3)), width, gap=1)
    # Where the table had to be set as running text, there is no room for bars either.
    if managed and fit(rows, width, gap=1):
        lines = _with_bars(lines, levels, overdue, width)
    return parts(lines, wrapped(_bases(review), width)) if managed else lines


HEAD = "head"
"""In the place of a level, for a row that no bar stands behind."""


def _part(one: ComparedFigure) -> str:
    """A level's share of all, as short as a column needs: "<1%"."""
    if one.part is None:
        return ""
    return share_text(one.part.interval, 0).replace("under ", "<").replace("over ", ">")


SHORTEST_BAR = 6


def _with_bars(
    lines: list[Line], levels: list[str | None], overdue: ByLevel, width: int
) -> list[Line]:
    """The rows with a bar of the overdue behind each level, where there is room for one."""
    room = width - max(map(line_width, lines)) - 1
    if room < SHORTEST_BAR:
        return lines
    widest = max(map(line_width, lines))
    drawn = []
    for line, level in zip(lines, levels, strict=True):
        gap = space(widest - line_width(line) + 1)
        tail = () if level == HEAD else (gap, chunk(Span(_bar(overdue, level, room), Role.BAR)))
        drawn.append((*line, *tail))
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
    """What the shares are of, and what the overdue add up to."""
    pieces = []
    for name, before, after in (
        ("risk_mix", "shares of ", " managed"),
        ("overdue_visits", "", " overdue"),
    ):
        for one in review.figures(name):
            if one.figure.origin is Origin.RECORDS:
                value = number(value_text(one.figure))
                pieces.append(chunk(quiet(before), value, quiet(after), subject=one))
    return pieces
