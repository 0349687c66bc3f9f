"""A database that differs from another in nothing but what an audience may not see."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from boardtui.core.audience.figures import by_dimension
from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.store.connection.opening import open_database
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import snapshots

TRIES = 60

UPDATE = (
    "UPDATE figures SET value = ?, low = ?, high = ? "
    "WHERE snapshot_id = ? AND measure = ? AND dimension = ? AND slice IS ?"
)


def tainted(path: Path, copy: Path, rules: Rules) -> int:
    """Copy a database with other values where they are hidden; how many are others."""
    shutil.copy(path, copy)
    changed = 0
    with (
        closing(open_database(str(path))) as database,
        closing(sqlite3.connect(copy)) as written,
    ):
        for snapshot in snapshots(database):
            stored = Stored(database, snapshot)
            for dimension in DIMENSIONS:
                figures = list(stored.by(dimension))
                for figure in _others(dimension, figures, rules):
                    value, name = figure.value, figure.slices[0].value
                    row = (value, value, value, snapshot.id, figure.measure, dimension, name)
                    changed += written.execute(UPDATE, row).rowcount
        written.commit()
    return changed


def _others(dimension: str, given: Sequence[Figure], rules: Rules) -> list[Figure]:
    """The figures that can be others while all that is shown stays: ages, and counts in pairs."""
    rolls, figures = random.Random(1), list(given)
    seen = [_seen(figure) for figure in by_dimension(dimension, figures, rules)]
    if not seen:
        return [replace(one, value=one.value + 1) for one in figures if one.value is not None]
    hidden = [n for n, (was, one) in enumerate(zip(figures, seen, strict=True)) if _hides(was, one)]
    counts = [n for n in hidden if isinstance(MEASURES[figures[n].measure], CaseCount)]
    for n in set(hidden) - set(counts):
        figures[n] = replace(figures[n], value=(figures[n].value or 0) + 7)
    for _ in range(TRIES if counts else 0):
        more, less = rolls.choice(counts), rolls.choice(counts)
        low, high = figures[less].value or 0, figures[more].value or 0
        if more == less or figures[more].measure != figures[less].measure or low < 2 or not high:
            continue
        new = list(figures)
        new[more] = replace(figures[more], value=high + 1)
        new[less] = replace(figures[less], value=low - 1)
        if [_seen(figure) for figure in by_dimension(dimension, new, rules)] == seen:
            figures = new
    return [new for was, new in zip(given, figures, strict=True) if new != was]


def _seen(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.slices, figure.value, figure.low, figure.high


def _hides(was: Figure, seen: tuple[object, ...]) -> bool:
    return was.value is not None and seen[2] is None
