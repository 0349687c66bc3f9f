"""What a database holds: forces, snapshots, published days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.given import Given, columns_of_file
from boardtui.store.connection.database import (
    Database,
    DatabaseUnreadableError,
    Record,
    Value,
    as_date,
)
from boardtui.store.connection.opening import open_database
from boardtui.store.held.seals import removed_since


class ForceKey(Struct, frozen=True):
    """A force by its name; `synthetic` where it does not exist."""

    id: int
    name: str
    synthetic: bool


class SnapshotKey(Struct, frozen=True):
    """A snapshot of a force; `given` is what is known of it: its files, columns and records."""

    id: int
    force: ForceKey
    as_at: date
    definition: Definition
    given: Given
    left_out: int
    """Rows that were refused and left out of the records."""
    previous_id: int | None
    made: str
    """What tells it from another that took its place: when it was ingested, and of which files."""
    removed: int = 0
    """People whose records were removed since, under retention rules; the figures count them."""


class Around(Struct, frozen=True):
    """The snapshots of a force around a day: the latest before, that of the day, the next one."""

    before: SnapshotKey | None
    on: SnapshotKey | None
    after: SnapshotKey | None


class PublishedDay(Struct, frozen=True):
    """A day for which a force's figures were published, and how many."""

    force: ForceKey
    as_at: date
    stated: str | None
    figures: int


def forces(database: Database) -> list[ForceKey]:
    """Every force, by name."""
    rows = database.rows("SELECT id, name, synthetic FROM forces ORDER BY name")
    return [ForceKey(id, name, bool(synthetic)) for id, name, synthetic in rows]


def snapshots(database: Database, force: ForceKey | None = None) -> list[SnapshotKey]:
    """The snapshots of a force, or of all, oldest first.

    Of an archive those are thousands: whoever looks at a day or two asks for these alone.
    """
    return _read(database, _of_force(force))


def snapshots_of(database: Database, ids: Iterable[int]) -> list[SnapshotKey]:
    """The snapshots of some ids that there are, oldest first; few."""
    of: dict[str, Value] = {f"s{place}": id for place, id in enumerate(dict.fromkeys(ids))}
    names = ", ".join(f":{name}" for name in of)
    return _read(database, _Chosen(f"s.id IN ({names})", of)) if names else []


def has_snapshots(database: Database, force: ForceKey) -> bool:
    """Whether there is any snapshot of a force."""
    found = database.rows(
        "SELECT 1 FROM snapshots WHERE force_id = :force LIMIT 1", {"force": force.id}
    )
    return bool(found)


def snapshot_on(database: Database, force: ForceKey, day: date) -> SnapshotKey | None:
    """The snapshot of a force's day."""
    return _one(database, f"{_OF_FORCE} AND s.as_at = :day", {"force": force.id, "day": day})


def snapshot_before(database: Database, force: ForceKey, day: date) -> SnapshotKey | None:
    """The latest snapshot of a force before a day."""
    where = (
        "s.id IN (SELECT id FROM snapshots WHERE force_id = :force AND as_at < :day "
        "ORDER BY as_at DESC LIMIT 1)"
    )
    return _one(database, where, {"force": force.id, "day": day})


def around(database: Database, force: ForceKey, day: date) -> Around:
    """The snapshots of a force on a day, before it and after it: one question for all three."""
    of_force = "SELECT id FROM snapshots WHERE force_id = :force"
    where = (
        f"s.id IN ({of_force} AND as_at = :day UNION ALL "
        f"SELECT id FROM ({of_force} AND as_at < :day ORDER BY as_at DESC LIMIT 1) AS earlier "
        f"UNION ALL SELECT id FROM ({of_force} AND as_at > :day ORDER BY as_at LIMIT 1) AS later)"
    )
    found = _read(database, _Chosen(where, {"force": force.id, "day": day}))
    return Around(
        next((each for each in found if each.as_at < day), None),
        next((each for each in found if each.as_at == day), None),
        next((each for each in found if each.as_at > day), None),
    )


def with_previous(database: Database, id: int) -> tuple[SnapshotKey, SnapshotKey | None]:
    """A snapshot that there is, and the one that is before it in its own words."""
    (found,) = snapshots_of(database, [id])
    previous = [] if found.previous_id is None else [found.previous_id]
    return found, next(iter(snapshots_of(database, previous)), None)


def between(database: Database, then: SnapshotKey, now: SnapshotKey) -> list[SnapshotKey]:
    """The snapshots of a force after a day and up to another."""
    days: dict[str, Value] = {"force": now.force.id, "first": then.as_at, "last": now.as_at}
    return _read(database, _Chosen(f"{_OF_FORCE} AND s.as_at > :first AND s.as_at <= :last", days))


class _Chosen(Struct, frozen=True):
    """Which snapshots are read: SQL in which the snapshot is `s`, and its parameters."""

    where: str
    parameters: Mapping[str, Value]


_OF_FORCE = "s.force_id = :force"


def _of_force(force: ForceKey | None) -> _Chosen:
    return _Chosen("1 = 1", {}) if force is None else _Chosen(_OF_FORCE, {"force": force.id})


def _one(database: Database, where: str, parameters: Mapping[str, Value]) -> SnapshotKey | None:
    return next(iter(_read(database, _Chosen(where, parameters))), None)


def _read(database: Database, chosen: _Chosen) -> list[SnapshotKey]:
    """The chosen snapshots, oldest first: one question, since a server is some way off."""
    rows = database.rows(
        f"""
        SELECT s.id, f.id, f.name, f.synthetic, s.as_at, d.grace_days, d.bands, s.previous_id,
            s.ingested_at,
            CASE WHEN EXISTS (SELECT 1 FROM cases c WHERE c.snapshot_id = s.id) THEN 1 ELSE 0 END,
            CASE WHEN EXISTS (SELECT 1 FROM seals l WHERE l.entry = 'forgotten') THEN 1 ELSE 0 END,
            p.kind, p.sha256, p.rows_left_out, p.columns
        FROM snapshots s
        JOIN forces f ON f.id = s.force_id
        JOIN definitions d ON d.id = s.definition_id
        LEFT JOIN snapshot_files p ON p.snapshot_id = s.id
        WHERE {chosen.where}
        ORDER BY s.as_at, f.name, p.kind
        """,
        chosen.parameters,
    )
    found = [list(group) for _, group in groupby(rows, itemgetter(0))]
    removed = removed_since(database) if rows and rows[0][_FORGOTTEN] else {}
    published = not all(first[_RECORDS] for first, *_ in found)
    crosses = _crosses(database) if published else {}
    return [_key(files, removed, crosses) for files in found]


_RECORDS, _FORGOTTEN = 9, 10
"""The places of what is asked in a row of `_read`."""


def _key(
    files: list[Record],
    removed: Mapping[tuple[str, str], int],
    crosses: Mapping[int, frozenset[tuple[str, str, str]]],
) -> SnapshotKey:
    """A snapshot of its rows, one for each of its files; of one without files there is one too."""
    id, force, name, synthetic, as_at, grace_days, bands, previous, made, records, *_ = files[0]
    columns: frozenset[str] = frozenset()
    digests, left_out = [], 0
    for *_, kind, digest, rows_left_out, named in files:
        if kind is not None:
            columns |= columns_of_file(kind, named)
            digests.append(digest)
            left_out += rows_left_out
    day = _day(as_at)
    return SnapshotKey(
        id,
        ForceKey(force, name, bool(synthetic)),
        day,
        _definition(grace_days, bands),
        Given(columns, bool(records), crosses.get(id, frozenset())),
        left_out,
        previous,
        f"{made} {' '.join(digests)}",
        removed.get((name, day.isoformat()), 0),
    )


@lru_cache(maxsize=8)
def _definition(grace_days: int, bands: str) -> Definition:
    return Definition(grace_days, tuple(map(int, bands.split(","))))


def _crosses(database: Database) -> dict[int, frozenset[tuple[str, str, str]]]:
    """The crosses that a published database has, or does not offer, by snapshot."""
    rows = database.rows(
        "SELECT DISTINCT snapshot_id, measure, other_dimension, '' AS why FROM crosses UNION "
        "SELECT snapshot_id, measure, other_dimension, why FROM not_offered "
        "WHERE other_dimension IS NOT NULL"
    )
    found: dict[int, set[tuple[str, str, str]]] = {}
    for snapshot, *cross in rows:
        measure, other, why = cross
        found.setdefault(snapshot, set()).add((measure, other, why))
    return {snapshot: frozenset(crosses) for snapshot, crosses in found.items()}


def open_same(location: str, *chosen: SnapshotKey | None) -> Database:
    """Open a database in which snapshots are as they were when they were chosen.

    Raises:
        DatabaseUnreadableError: it cannot be read, or other records have taken their place.
    """
    database = open_database(location)
    wanted = {one for one in chosen if one is not None}
    try:
        missing = wanted - set(snapshots_of(database, [one.id for one in wanted]))
    except DatabaseUnreadableError:
        database.close()
        raise
    if missing:
        database.close()
        raise DatabaseUnreadableError(
            "The database has changed since it was opened; leave boardtui and open it again."
        )
    return database


def published_days(database: Database, force: ForceKey | None = None) -> list[PublishedDay]:
    """The days that have published figures, oldest first."""
    chosen = "AND g.force_id = :force" if force else ""
    rows = database.rows(
        f"""
        SELECT f.id, f.name, f.synthetic, g.as_at, MIN(g.as_at_stated) AS as_at_stated, COUNT(*)
        FROM figures g JOIN forces f ON f.id = g.force_id
        WHERE g.snapshot_id IS NULL {chosen}
        GROUP BY f.id, f.name, f.synthetic, g.as_at
        ORDER BY g.as_at, f.name
        """,
        {"force": force.id} if force else {},
    )
    return [
        PublishedDay(ForceKey(id, name, bool(synthetic)), _day(as_at), stated, count)
        for id, name, synthetic, as_at, stated, count in rows
    ]


Said = frozenset[tuple[str, str | None, str | None]]
"""What was said of a day: measures with their dimension and slice."""


def said_by_day(database: Database, force: ForceKey, last: date) -> dict[date, Said]:
    """What was published of a force, by the day that it is of, up to a day."""
    rows = database.rows(
        "SELECT DISTINCT as_at, measure, dimension, slice FROM figures "
        "WHERE force_id = :force AND snapshot_id IS NULL AND as_at <= :last",
        {"force": force.id, "last": last},
    )
    found: dict[date, set[tuple[str, str | None, str | None]]] = {}
    for as_at, *thing in rows:
        measure, dimension, part = thing
        found.setdefault(_day(as_at), set()).add((measure, dimension, part))
    return {day: frozenset(things) for day, things in found.items()}


def _day(value: object) -> date:
    day = as_date(value)
    assert day is not None
    return day
