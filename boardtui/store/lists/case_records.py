"""All that a database holds of one person, by the pseudonym."""

from __future__ import annotations

from boardtui.core.history.case import COLUMNS
from boardtui.core.history.history import History, Visit
from boardtui.store.connection.database import Database, Value, as_date
from boardtui.store.held.snapshots import ForceKey, snapshots
from boardtui.store.lists.case_rows import case_of


def history_of(database: Database, force: ForceKey, case_ref: str) -> History:
    """Every record, visit and leaving of one person in a force's snapshots."""
    by_id = {snapshot.id: snapshot.as_at for snapshot in snapshots(database, force)}
    where: dict[str, Value] = {"case_ref": case_ref, "force": force.id}
    mine = "snapshot_id IN (SELECT id FROM snapshots WHERE force_id = :force)"
    records = [
        (by_id[snapshot], case_of(values).row)
        for snapshot, *values in database.rows(
            f"SELECT snapshot_id, {', '.join(COLUMNS)} FROM cases "
            f"WHERE case_ref = :case_ref AND {mine}",
            where,
        )
    ]
    visits = database.rows(
        "SELECT snapshot_id, visited_on, outcome, announced, officers, action FROM visits "
        f"WHERE case_ref = :case_ref AND {mine} ORDER BY visited_on, id",
        where,
    )
    left = database.rows(
        f"SELECT DISTINCT left_on, reason FROM leavers WHERE case_ref = :case_ref AND {mine}",
        where,
    )
    return History(
        case_ref=case_ref,
        records=sorted(records, key=lambda pair: pair[0]),
        days=sorted(by_id.values()),
        visits=[
            (by_id[snapshot], Visit(day, *rest))
            for snapshot, text, *rest in visits
            if (day := as_date(text))
        ],
        left=sorted(
            ((day, reason) for text, reason in left if (day := as_date(text))),
            key=lambda pair: (pair[0], pair[1] or ""),
        ),
    )
