"""The names that a snapshot holds, and single values by them: what find reads of a database."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.criterion.dimension import Slice
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.people import registered
from boardtui.store.connection.database import Database
from boardtui.store.counting.criteria import Parameters
from boardtui.store.counting.making import Maker
from boardtui.store.held.snapshots import ForceKey, SnapshotKey


def slice_names(database: Database, snapshot: SnapshotKey, dimension: str) -> list[str | None]:
    """The slices of a dimension that the snapshot's figures have; None is not recorded."""
    rows = database.rows(
        "SELECT slice FROM figures "
        "WHERE snapshot_id = :snapshot AND dimension = :dimension AND measure = :measure",
        {"snapshot": snapshot.id, "dimension": dimension, "measure": registered.name},
    )
    return [name for (name,) in rows]


def slices_of(
    database: Database, snapshots: Sequence[SnapshotKey], dimensions: Sequence[str]
) -> dict[tuple[int, str], list[str | None]]:
    """As `slice_names`, of several snapshots and dimensions, by the snapshot's id and those."""
    parameters = Parameters()
    ids = ", ".join(parameters.name(snapshot.id) for snapshot in snapshots)
    names = ", ".join(map(parameters.name, dimensions))
    rows = database.rows(
        f"SELECT snapshot_id, dimension, slice FROM figures WHERE snapshot_id IN ({ids}) "
        f"AND dimension IN ({names}) AND measure = {parameters.name(registered.name)}",
        parameters,
    )
    found: dict[tuple[int, str], list[str | None]] = {}
    for id, dimension, name in rows:
        found.setdefault((id, dimension), []).append(name)
    return found


def slice_values(
    database: Database,
    snapshot: SnapshotKey,
    measure: str,
    dimension: str,
    values: Sequence[str | None],
) -> dict[str | None, Figure]:
    """The stored figures of a measure for some slices of one dimension."""
    parameters = Parameters()
    names = [parameters.name(value) for value in values if value is not None]
    some = [f"slice IN ({', '.join(names)})"] if names else []
    none = ["slice IS NULL"] if None in values else []
    rows = database.rows(
        "SELECT slice, value, unknown FROM figures "
        f"WHERE snapshot_id = {parameters.name(snapshot.id)} "
        f"AND dimension = {parameters.name(dimension)} AND measure = {parameters.name(measure)} "
        f"AND ({' OR '.join(some + none)})",
        parameters,
    )
    maker = Maker(snapshot, snapshot.definition)
    return {
        name: maker.figure(MEASURES[measure], value, (Slice(dimension, name),), unknown=unknown)
        for name, value, unknown in rows
    }


def known_case(database: Database, force: ForceKey, refs: Sequence[str]) -> str | None:
    """The first of some pseudonyms that one of the force's snapshots has."""
    parameters = Parameters()
    rows = database.rows(
        f"SELECT case_ref FROM cases WHERE case_ref IN ({', '.join(map(parameters.name, refs))}) "
        f"AND snapshot_id IN (SELECT id FROM snapshots WHERE force_id = "
        f"{parameters.name(force.id)})",
        parameters,
    )
    known = {ref for (ref,) in rows}
    return next((ref for ref in refs if ref in known), None)


def cases_beginning(
    database: Database, snapshot: SnapshotKey, begins: Sequence[str], most: int
) -> list[str]:
    """The first pseudonyms of a snapshot that begin in one of some ways, in order."""
    found: set[str] = set()
    for begin in begins:
        rows = database.rows(
            "SELECT case_ref FROM cases WHERE snapshot_id = :snapshot "
            "AND case_ref >= :first AND case_ref < :last ORDER BY case_ref LIMIT :most",
            {
                "snapshot": snapshot.id,
                "first": begin,
                "last": f"{begin}\U0010ffff",
                "most": most,
            },
        )
        found |= {ref for (ref,) in rows if ref.startswith(begin)}
    return sorted(found)[:most]
