"""How many people a list lacks since they were counted: removed under the rules of retention."""

from __future__ import annotations

from boardtui.core.measures.measure import CaseCount
from boardtui.core.words.wording import number_text
from boardtui.review.cases.cases import CaseList
from boardtui.store.connection.database import Database, Value

RULES = "removed since under retention rules"


def removed_words(database: Database, found: CaseList, count: int) -> str | None:
    """What is to be said of a list that holds so many cases; None where it lacks nobody.

    Of a list that is that of a stored figure it is known how many it lacks; of another only how
    many the records of the day do.
    """
    snapshot = found.snapshot
    if not snapshot.removed:
        return None
    counted = _counted(database, found)
    if counted is None:
        return f"{number_text(snapshot.removed)} {RULES}, of all records of this day"
    gone = int(counted) - count
    return f"{number_text(gone)} {RULES}" if gone > 0 else None


def _counted(database: Database, found: CaseList) -> float | None:
    """The stored figure that counts just the people of a list, as they were when it was stored."""
    same = found.part is None and found.definition == found.snapshot.definition
    if not same or len(found.slices) > 1 or not isinstance(found.measure, CaseCount):
        return None
    values: dict[str, Value] = {"id": found.snapshot.id, "measure": found.measure.name}
    where = "dimension IS NULL"
    for one in found.slices:
        values["dimension"] = one.dimension
        where = "dimension = :dimension AND slice IS NULL"
        if one.value is not None:
            values["slice"] = one.value
            where = "dimension = :dimension AND slice = :slice"
    rows = database.rows(
        f"SELECT value FROM figures WHERE snapshot_id = :id AND measure = :measure AND {where}",
        values,
    )
    return rows[0][0] if len(rows) == 1 else None
