"""Units and officers whom the snapshot before does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from boardtui.core.criterion.dimension import OFFICER, UNIT, Dimension
from boardtui.core.words.days import day_text
from boardtui.core.words.names import folded
from boardtui.ingest.doubts.rows import of_whole
from boardtui.ingest.fault_text import counted
from boardtui.ingest.faults import FaultGroup
from boardtui.store.connection.database import Database
from boardtui.store.held.names import slices_of
from boardtui.store.held.snapshots import SnapshotKey

EXAMPLES = 3


def new_names(
    database: Database, then: SnapshotKey, now: SnapshotKey, file: str
) -> Iterator[FaultGroup]:
    """How many units, and how many officers, are new; where both days have such a column."""
    held = slices_of(database, [then, now], [UNIT.name, OFFICER.name])
    for dimension, compared in ((UNIT, folded), (OFFICER, str)):
        assert dimension.column is not None
        if any(each.given.lacks("cases", (dimension.column,)) for each in (then, now)):
            continue
        names_then, names_now = (held.get((each.id, dimension.name), ()) for each in (then, now))
        new = _new(names_then, names_now, dimension, compared)
        if new:
            are = "is" if len(new) == 1 else "are"
            one = dimension.title.lower()
            more = ", …" if len(new) > EXAMPLES else ""
            yield of_whole(
                file,
                f"{counted(len(new), one)} {are} new since {day_text(then.as_at)}",
                dimension.column,
                ", ".join(new[:EXAMPLES]) + more,
            )


def _new(
    then: Sequence[str | None],
    now: Sequence[str | None],
    dimension: Dimension,
    compared: Callable[[str], str],
) -> list[str]:
    held = {compared(name) for name in then if name}
    names = [name for name in now if name]
    return [n for n in dimension.order(names) if n is not None and compared(n) not in held]
