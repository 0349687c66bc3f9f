"""Under a breakdown of a day without records, what was said of the marked slice, and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.words import label, strong
from boardtui.panels.phrases import stated_base, when
from boardtui.panels.text import Line, chunk, space, wrapped
from boardtui.review.day.compared import ComparedFigure


def said(row: ComparedFigure | None, name: str, why: str, width: int) -> list[Line]:
    """Why no cases stand here, and each figure of the slice with who gave it."""
    lines = [(chunk(strong(name)), space(2), chunk(label("what was said"))), *_each(row, width)]
    if row is None:
        lines = []
    return [*lines, *([()] if lines else []), *wrapped([chunk(label(why))], width)]


def _each(row: ComparedFigure | None, width: int) -> Iterator[Line]:
    if row is None:
        return
    then = (row.comparison.then, row.comparison.then_other)
    figures = [("now", row.figure), *(("now", other) for other in row.others)]
    if row.earlier:
        figures = [("then", figure) for _, figure in figures]
    figures += [("then", figure) for figure in then if figure is not None]
    for day, figure in figures:
        yield from told(f"{day:<4}", figure, width)


def told(name: str, figure: Figure, width: int) -> list[Line]:
    """One figure behind its name: its value, its day, its base, and who said it where."""
    pieces = [chunk(label(f"{name}  "), value_text(figure)), chunk(label(when(figure)))]
    if figure.source is None:
        pieces.append(chunk(label("counted from records")))
    else:
        pieces.append(chunk(figure.source.said))
    if base := stated_base(figure):
        pieces.append(chunk(label(base)))
    return wrapped(pieces, width, indent=6)
