"""Bars of figures: then over now, one bar a figure, and what a picture of them says in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boardtui.core.figure.figure import Figure
from boardtui.core.words.shown import shown
from boardtui.pack.document.cell import Cell
from boardtui.pack.document.chart import Bar, Chart, Shade
from boardtui.pack.making.cells import then_cell, value_cell
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

THEN_AND_NOW = ((Shade.THEN, "then"), (Shade.NOW, "now"))


def bar(
    name: str,
    value: Cell,
    number: float | None,
    shade: Shade = Shade.NOW,
    *,
    strong: bool = False,
    after: str = "",
) -> Bar:
    """A bar from nothing to a number; no bar where there is none."""
    start, end = (None, None) if number is None else (0.0, max(0.0, number))
    return Bar(shown(name), value, start, end, shade, strong, after)


def figure_bar(name: str, figure: Figure, *, after: str = "", strong: bool = False) -> Bar:
    """A figure of now as a bar."""
    number = None if figure.suppressed else figure.value
    return bar(name, value_cell(figure), number, strong=strong, after=after)


def then_now_bars(name: str, one: ComparedFigure, review: Review) -> Iterator[Bar]:
    """What a figure was as a bar, where that is known, and under it what it is."""
    then = one.comparison.then
    if then is not None and then.given:
        yield bar(name, then_cell(one, review), then.value, Shade.THEN)
        name = ""
    yield figure_bar(name, one.figure)


def glance(name: str, one: ComparedFigure, review: Review, most: float = 0) -> Chart | None:
    """What a figure was and what it is, as the two bars of a card; None without the one."""
    then, now = one.comparison.then, one.figure
    if then is None or not then.given:
        return None
    was = bar("then", then_cell(one, review), then.value, Shade.THEN)
    return chart(name, "Then and now", (was, figure_bar("now", now)), most)


def chart(name: str, title: str, bars: Iterable[Bar], most: float = 0) -> Chart | None:
    """Bars as a chart; None where no bar has any length, or there is nothing to set it against."""
    mine = tuple(bars)
    if len(mine) < 2 or not any(each.end for each in mine):
        return None
    # A bar without a name is of now, of the thing that the bar of then above it names.
    legend = THEN_AND_NOW if any(not each.name for each in mine) else ()
    return Chart(name, title, in_words(title, mine), mine, legend, most)


def in_words(title: str, bars: Sequence[Bar]) -> str:
    """All that a picture of bars says, in one sentence."""
    told: list[str] = []
    for each in bars:
        value = " ".join(filter(None, (each.value.text, each.after)))
        when = f" {each.shade.value}" if each.shade is Shade.THEN else ""
        if each.name:
            told.append(f"{each.name} {value}{when}")
        else:
            told[-1] += f", {value} now"
    return f"{title}. {'; '.join(told)}."
