"""Who is owed a visit or an assessment on the day of a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.owed import Owed, Person, owed
from boardtui.core.measures.given import LAST_SEEN
from boardtui.core.measures.measure import Backlog
from boardtui.store.connection.database import Database, Record, as_date
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.held.snapshots import SnapshotKey


def owed_people(
    database: Database,
    snapshot: SnapshotKey,
    backlog: Backlog,
    definition: Definition,
    months: int,
) -> Owed:
    """Everybody in the base of a backlog, sorted by when they become overdue."""
    parameters = Parameters()
    who = f"snapshot_id = {parameters.name(snapshot.id)}"
    base = condition(backlog.base.criterion, snapshot.as_at, definition, parameters)
    rows = database.stream(
        f"SELECT {people_columns(backlog)} FROM cases WHERE {who} AND {base} ORDER BY id",
        parameters,
    )
    return owed(people(rows), snapshot.as_at, definition.grace_days, months)


def people_columns(backlog: Backlog, of: str = "") -> str:
    """The columns that a person is read from, of the table of a name."""
    last = LAST_SEEN if backlog.by_visits else backlog.last
    return ", ".join(f"{of}{column}" for column in (backlog.due, last, "risk_level"))


def people(rows: Iterable[Record]) -> Iterator[Person]:
    """The people of rows of those columns."""
    for due, last, level in rows:
        yield Person(as_date(due), as_date(last), level)
