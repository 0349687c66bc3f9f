"""The risk tool that most of a snapshot's people were graded by, and a break where it changes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from boardtui.core.audience.rules import SHOW_ALL
from boardtui.core.criterion.dimension import Slice
from boardtui.review.trend.trends import trend_of
from boardtui.store.connection.opening import open_database
from boardtui.store.held.over_months import tools
from boardtui.store.held.snapshots import forces, snapshots


def test_what_counts_by_risk_breaks_where_most_are_graded_by_another_tool(
    demo_database: Path, tmp_path: Path
) -> None:
    own = Path(shutil.copy(demo_database, tmp_path / "own.db"))
    with closing(sqlite3.connect(own)) as written, written:
        written.execute(
            "UPDATE cases SET risk_tool = 'OASys' WHERE case_ref NOT LIKE '%1' AND snapshot_id IN "
            "(SELECT s.id FROM snapshots s JOIN forces f ON f.id = s.force_id "
            "WHERE f.name = 'Specimenshire' AND s.as_at >= '2023-01-01')"
        )
    with closing(open_database(str(own))) as database:
        (force,) = (each for each in forces(database) if each.name == "Specimenshire")
        held = snapshots(database, force)
        assert [tools(database, [each])[each.id] for each in held[-13:]] == [
            "ARMS",
            *["OASys"] * 12,
        ]
        high = (Slice("risk_level", "high"),)
        broken = trend_of(database, force, "managed", high, audience=SHOW_ALL).trend.runs
        assert [run.why for run in broken] == [None, "most are graded by OASys; before: ARMS"]
        whole = trend_of(database, force, "managed", audience=SHOW_ALL).trend.runs
        assert [run.why for run in whole] == [None]
