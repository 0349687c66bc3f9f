"""Figures by two dimensions at once, worked out for both sides of a review when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures import MEASURES, bases
from boardtui.review import NotThereError
from boardtui.review.day.shelf import key_of
from boardtui.review.day.side import Side
from boardtui.store.connection.database import Database


def cross(
    database: Database,
    sides: Iterable[Side],
    definition: Definition,
    names: Sequence[str],
    by: Sequence[str],
) -> None:
    """Have each side hold the figures of some measures, and of their bases, by two dimensions.

    Raises:
        NotThereError: it is one dimension twice.
    """
    from boardtui.store.counting.cross import cross_figures

    if len(set(by)) < len(by):
        raise NotThereError("A cross takes two different dimensions.")
    chains = ((name, *(base.name for base in bases(MEASURES[name]))) for name in names)
    needed = list(dict.fromkeys(chain.from_iterable(chains)))
    for side in sides:
        if side.computed is not None:
            figures = cross_figures(database, side.computed.snapshot, needed, by, definition)
            side.crossed = {key_of(figure): [figure] for figure in figures}
