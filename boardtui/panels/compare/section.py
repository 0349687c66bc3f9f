"""A section of the comparison: its sides' days and sources, its rows, and what may be concluded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import VisitCount
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, value_text
from boardtui.panels.compare.cells import Cells, cells_of, head_cells
from boardtui.panels.compare.chance import concluded_lines
from boardtui.panels.compare.table import compared_lines
from boardtui.panels.panel import Board
from boardtui.panels.phrases import day_of
from boardtui.panels.text import Line, chunk, parts, quiet, wrapped
from boardtui.review.day.aligned import (
    Aligned,
    RowThing,
    aligned,
    aligned_by,
    aligned_largest,
    aligned_said,
)
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

INDENT = 2

MOST = 10
"""Officers in a comparison; the breakdown has all of them, then and now."""


@dataclass(frozen=True, slots=True)
class Section:
    """Which measures stand in a section, and by which dimensions, in order."""

    measures: tuple[str, ...]
    by: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> set[str]:
        """The measures of the section."""
        return {*self.measures, *(name for name, _ in self.by)}

    def lines(self, board: Board, width: int) -> list[Line]:
        """All of the section; nothing where neither day has a figure of it."""
        groups = [(words, rows) for words, rows in self._groups(board) if rows]
        rows = [row for _, group in groups for row in group]
        if not rows:
            return []
        both = any(row.said for row in rows) and any(row.counted for row in rows)
        table = compared_lines(list(_cells(groups)), width, both=both)
        sides = [*_sides(rows, width), *_other_definitions(board.review, width)]
        concluded = concluded_lines(self.differences(board.review), board, width)
        return parts(sides, table, _cautions(rows, width), concluded)

    def differences(self, review: Review) -> Iterator[ComparedFigure]:
        """The figures whose difference may be no more than chance: counts, and shares of a mix."""
        for name in self.measures:
            yield from review.figures(name)[:1]
        for name, dimension in self.by:
            if MEASURES[name].mix:
                rows, *_ = _by_rows(review, name, dimension)
                first = {row.slices: row.now for row in reversed(rows) if row.now}
                yield from reversed(first.values())

    def _groups(self, board: Board) -> Iterator[tuple[str, list[Aligned]]]:
        """The rows, under the words that stand above them, if any do."""
        for name in self.measures:
            yield "", aligned(board.review, name)
        for name, dimension in self.by:
            words = _by(name, dimension)
            rows, shown, count = _by_rows(board.review, name, dimension)
            if count > shown:
                words += f": the first {shown} of {number_text(count)}, the largest now"
            yield words, rows
        yield from self._said_besides(board)

    def _said_besides(self, board: Board) -> Iterator[tuple[str, list[Aligned]]]:
        """What was said by dimensions that are not the section's own."""
        for name in dict.fromkeys((*self.measures, *(name for name, _ in self.by))):
            if name not in self.measures:
                yield "", aligned_said(board.review, name, None)
            for dimension in DIMENSIONS:
                if (name, dimension) not in self.by:
                    rows = aligned_said(board.review, name, dimension)
                    yield _by(name, dimension), rows


def _by_rows(review: Review, name: str, dimension: str) -> tuple[list[Aligned], int, int]:
    """The rows by a dimension, how many slices are shown for being the largest, and of how many."""
    if DIMENSIONS[dimension].closed or review.now.computed is None:
        return aligned_by(review, name, dimension), 0, 0
    return aligned_largest(review, name, dimension, MOST)


def _by(measure: str, dimension: str) -> str:
    return f"{MEASURES[measure].title}, by {DIMENSIONS[dimension].title.lower()}"


def _cells(groups: Iterable[tuple[str, list[Aligned]]]) -> Iterator[Cells]:
    """All lines of the table, so that all columns stand in line."""
    first = True
    for words, rows in groups:
        if words:
            yield head_cells(words)
        things = {row.thing for row in rows}
        known: RowThing | None = None
        for row in rows:
            periods = sum(thing[:2] == row.thing[:2] for thing in things)
            dated = row.figure.period_start is not None and (
                periods > 1 or isinstance(row.measure, VisitCount)
            )
            yield from cells_of(row, first=first, too=row.thing == known, dated=dated)
            first, known = False, row.thing


def _sides(rows: list[Aligned], width: int) -> list[Line]:
    """Of which day, origin and source each side is."""
    sides: list[tuple[str, Iterable[Figure | None]]] = [
        ("then, said", (row.said for row in rows)),
        ("then, records", (row.counted for row in rows)),
        ("now", (row.now.figure if row.now else None for row in rows)),
    ]
    lines = []
    for label, figures in sides:
        for source in dict.fromkeys(_source(figure) for figure in figures if figure):
            lines += wrapped([chunk(quiet(f"{label}: "), source)], width, indent=INDENT)
    return lines


def _other_definitions(review: Review, width: int) -> list[Line]:
    """Under which definition a side's figures were stored, where it is not the one shown."""
    lines = []
    for label, side in (("then, records", review.then), ("now", review.now)):
        own = side.computed.snapshot.definition if side.computed else review.definition
        if own != review.definition:
            text = f"as stored under another definition: {own.in_full()}"
            here = f"here: {review.definition.in_full()}"
            lines += wrapped([chunk(quiet(f"{label}: "), f"{text}; {here}")], width, indent=INDENT)
    return lines


def _source(figure: Figure) -> str:
    """Day, origin and source of a figure: what a reader is to know of a side."""
    if figure.origin is Origin.RECORDS:
        whose = "synthetic records" if figure.synthetic else "records"
        when = "periods as named" if figure.period_start else day_text(figure.as_at)
        return f"{when}, {whose}"
    source = figure.source
    who = f", said by {source.said_by}" if source and source.said_by else ""
    where = f", in {source.publisher}" if source and source.publisher else ""
    synthetic = ", synthetic" if figure.synthetic else ""
    return f"{day_of(figure)}{synthetic}{who}{where}"


def _cautions(rows: list[Aligned], width: int) -> list[Line]:
    """What to bear in mind of figures that are compared all the same, each said once."""
    found = [row.comparison for row in rows if row.comparison is not None]
    said = dict.fromkeys(c.caution for c in found if c.comparable and c.caution)
    told = [*_in_two_units(rows), *(f"bear in mind: {caution}" for caution in said)]
    return [line for words in told for line in wrapped([chunk(quiet(words))], width, indent=INDENT)]


def _in_two_units(rows: list[Aligned]) -> Iterator[str]:
    """What was a number on one day and only a share on the other cannot be compared."""
    wholes = {row.measure.name: row for row in rows if not row.slices}
    for name, row in wholes.items():
        share = wholes.get(f"{name}_share")
        if share is None or (row.now is None) == (share.now is None):
            continue
        if (row.now is None) == bool(row.then) and (share.now is None) == bool(share.then):
            number, part = value_text(row.figure), value_text(share.figure)
            base = share.figure.base or "what was not stated"
            yield (
                f"not comparable: {number} is a number and {part} a share, of {base}: "
                "what it would be of the other day's base was not published"
            )
