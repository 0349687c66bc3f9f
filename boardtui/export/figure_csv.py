"""Figures as CSV: one row a figure, with the members of its JSON as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from boardtui.export.figure_json import figure_json
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

WHOSE = ("force", "synthetic")
OF_VALUE = ("value", "low", "high", "qualifier")
OF_SHARE = ("of", "slice", "value", "low", "high")
THEN = ("then", "then_other")
OF_THEN = (*OF_VALUE, "unknown", "origin", "as_at", "as_at_stated", "period_start", "said_by")

MEMBERS: tuple[tuple[str, ...], ...] = (
    *((name,) for name in (*OF_VALUE, "unit", "unknown")),
    *((name,) for name in ("as_at", "as_at_stated", "period_start", "partial")),
    *(("share", name) for name in OF_SHARE),
    *(("part", name) for name in OF_SHARE),
    *((name,) for name in ("origin", "definition", "base", "said_by")),
    ("source", "publisher"),
    ("source", "address"),
    *(("then", name) for name in OF_THEN),
    *(("then", "share", name) for name in OF_SHARE),
    *(("then_other", name) for name in OF_THEN),
    *(("then_other", "share", name) for name in OF_SHARE),
    *(
        (f"{name}{side}",)
        for name in ("change", "change_percent")
        for side in ("", "_low", "_high")
    ),
    ("comparable",),
    ("caution",),
    ("as_stored", "value"),
    ("then_as_stored", "value"),
    ("chosen",),
    ("agrees",),
    ("suppressed",),
    ("written",),
    *((then, name) for then in THEN for name in ("suppressed", "written", "unit")),
)
"""The way to each column's value in a figure's JSON; joined by "_", the column's name."""


def header(by: Sequence[str]) -> list[str]:
    """The columns; with two dimensions, each has its own pair."""
    slices = ["by", "slice", "by_2", "slice_2"] if len(by) == 2 else ["by", "slice"]
    return [*WHOSE, "measure", *slices, *("_".join(path) for path in MEMBERS)]


def rows(
    review: Review, by: Sequence[str], listing: Iterable[ComparedFigure], mark: str | None = None
) -> Iterator[list[object]]:
    """The rows of the figures; a value that was withheld is its `mark`, where one is given."""
    pairs = 2 if len(by) == 2 else 1
    for compared in listing:
        figure = compared.figure
        cells: list[object] = [review.selection.force.name, figure.synthetic, figure.measure]
        for place in range(pairs):
            here = figure.slices[place] if place < len(figure.slices) else None
            cells += [here.dimension, here.value] if here else [None, None]
        facts = figure_json(review, compared)
        for one in (facts, *(facts[then] for then in THEN)):
            if one and one["suppressed"]:
                one["value"] = mark
        yield [*cells, *(_at(facts, path) for path in MEMBERS)]


def _at(facts: Any, path: Sequence[str]) -> object:
    for name in path:
        if facts is None:
            return None
        facts = facts[name]
    if isinstance(facts, list):
        return ", ".join(str(each or "not recorded") for each in facts)
    return facts
