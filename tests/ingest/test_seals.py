"""Seals: the same for the same content, an entry for each thing done, and what differs by name."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from boardtui.store.connection.opening import open_database
from boardtui.store.sealed.chain import Subject
from boardtui.store.sealed.parts import PUBLISHED_PARTS, SNAPSHOT_PARTS, WHOLE_PARTS
from boardtui.store.sealed.verifying import Verified, verify
from boardtui.store.tables.tables import METADATA
from tests.ingest.test_published import said
from tests.ingest.trial import CASES, DAY, Trial, one_case

BEFORE = date(2023, 12, 31)
PUBLISHED = said(value="1500", qualifier="more_than", address="http://example.org/a")
FILES = {
    "cases": CASES,
    "visits": "case_ref,visited_on,outcome,announced,officers,action\n"
    "C1,2023-12-20,seen,no,2,yes\nC3,2023-12-21,not_in,,,\nC3,2023-12-21,not_in,,,\n"
    "C3,2023-12-21,not_in,,1,\nC1,2023-11-20,refused,yes,2,\n",
    "officers": "officer_ref,unit,fte\nOM-1,North,1\nOM-2,,0.6\n",
    "leavers": "case_ref,left_on,reason\nC9,2024-01-02,died\nC8,2024-01-02,\n",
}
"""Files with blanks, doubles and whole and broken numbers."""


def verified(trial: Trial) -> Verified:
    with closing(open_database(str(trial.database))) as database:
        return verify(database)


def change(trial: Trial, *statements: str) -> None:
    """Change a database past boardtui."""
    with closing(sqlite3.connect(trial.database)) as database, database:
        for statement in statements:
            database.execute(statement)


def seals(trial: Trial) -> dict[Subject, str | None]:
    """The seal that counts of each thing."""
    return {each.entry.subject: each.entry.seal for each in verified(trial).entries}


@pytest.fixture
def full(trial: Trial) -> Trial:
    """A database with two days, every kind of file, published figures and warnings."""
    trial.ingest({"cases": one_case("C9")}, as_at=BEFORE)
    trial.ingest(FILES)
    trial.ingest({"figures": PUBLISHED})
    return trial


def test_what_ingest_seals_in_memory_is_what_the_database_holds(full: Trial) -> None:
    found = verified(full)
    assert found.intact
    assert found.differs == []
    kinds = [(each.entry.subject.day, each.entry.kind) for each in found.entries]
    assert kinds[:2] == [(BEFORE.isoformat(), "stored"), (DAY.isoformat(), "stored")]
    sealed = dict(full.rows("SELECT part, rows FROM sealed_parts WHERE number = 2"))
    tables = ("cases", "visits", "officers", "leavers", "warnings", "flows", "figures")
    counted = {
        table: full.values(f"SELECT COUNT(*) FROM {table} WHERE snapshot_id = 2")[0]
        for table in tables
    }
    assert {name: sealed[name] for name in tables} == counted
    assert min(counted.values()) > 0


NOT_SEALED = {
    **dict.fromkeys(("id", "force_id", "snapshot_id", "definition_id"), "numbers of rows here"),
    **dict.fromkeys(("previous_id", "against_id", "earlier_id"), "sealed as days and forces"),
    "ingested_at": "the chain says when",
}
OF_CHAIN = {"seals", "sealed_parts", "signatures", "schema_version"}


def test_every_column_that_is_stored_is_sealed() -> None:
    sealed: dict[str, set[str]] = {}
    for part in (*SNAPSHOT_PARTS, *PUBLISHED_PARTS, *WHOLE_PARTS):
        query = part.query()
        for table, short in re.findall(r"(?:FROM|JOIN) (\w+) (\w)\b", query):
            named = re.findall(rf'\b{short}\."?(\w+)"?', query)
            sealed.setdefault(table, set()).update(named)
    tables = {table.name: table for table in METADATA.sorted_tables if table.name not in OF_CHAIN}
    lacking = {
        name: {column.name for column in table.columns} - sealed.get(name, set()) - set(NOT_SEALED)
        for name, table in tables.items()
    }
    assert lacking == {name: set() for name in tables}


def test_a_seal_does_not_depend_on_the_order_of_rows_or_of_days(tmp_path: Path) -> None:
    found = []
    files = {BEFORE: one_case("C1", unit="North"), DAY: CASES}
    for number, days in enumerate(permutations(files)):
        (tmp_path / str(number)).mkdir()
        trial = Trial(tmp_path / str(number))
        for day in days:
            # By the same name: a seal covers what the files are called.
            trial.ingest({"cases": trial.write(f"{day}.csv", files[day])}, as_at=day)
        found.append(seals(trial))
        kinds = [each.entry.kind for each in verified(trial).entries]
        assert kinds == ["stored", "stored", "recomputed"][: 2 + number]
    assert found[0] == found[1]
    header, *rows = CASES.splitlines()
    turned = Trial(tmp_path / "0")
    turned.database.unlink()
    turned.ingest({"cases": "\n".join([header, *reversed(rows)])}, as_at=DAY)
    parts = "SELECT part, digest FROM sealed_parts WHERE part IN ('cases', 'figures') AND number ="
    first = Trial(tmp_path / "1").rows(f"{parts} 1 ORDER BY part")
    assert turned.rows(f"{parts} 1 ORDER BY part") == first


@pytest.mark.parametrize(
    ("statement", "differs"),
    [
        (
            "UPDATE cases SET risk_level = 'low' WHERE case_ref = 'C1'",
            "Not as it was sealed: the cases of Essex as at 17 Jan 2024.",
        ),
        (
            "DELETE FROM visits WHERE id = (SELECT MAX(id) FROM visits)",
            "Not as it was sealed: the visits of Essex as at 17 Jan 2024 (5 rows then, 4 now).",
        ),
        ("UPDATE officers SET fte = 0.7 WHERE officer_ref = 'OM-2'", "the officers of Essex"),
        ("UPDATE leavers SET reason = 'died' WHERE case_ref = 'C8'", "the leavers of Essex"),
        ("UPDATE warnings SET rows = rows + 1 WHERE snapshot_id = 2", "the warnings of Essex"),
        ("UPDATE flows SET people = people + 1 WHERE id = 1", "the flow of Essex as at 17 Jan"),
        ("UPDATE snapshot_files SET rows_left_out = 3", "the list of files of Essex as at 31 Dec"),
        ("UPDATE definitions SET grace_days = 9", "the force, day, definition or earlier snapshot"),
        ("UPDATE forces SET synthetic = 1", "earlier snapshot of Essex as at 17 Jan 2024"),
        (
            "UPDATE figures SET value = 0 WHERE snapshot_id = 1 AND measure = 'registered'",
            "Not as it was sealed: the figures of Essex as at 31 Dec 2023.",
        ),
        (
            "UPDATE figures SET said_by = 'nobody' WHERE snapshot_id IS NULL",
            "Not as it was sealed: the figures published of ",
        ),
        (
            "INSERT INTO inspections (force_id, body) VALUES (1, 'HMICFRS')",
            "the inspections published of Essex (0 rows then, 1 now).",
        ),
        (
            "INSERT INTO forces (id, name, synthetic) VALUES (9, 'Kent', 0); "
            "INSERT INTO inspections (force_id, body) VALUES (9, 'HMICFRS')",
            "Kent, as published: no entry of the chain is of it.",
        ),
        ("UPDATE forces SET name = 'Kent' WHERE name = 'Essex'", "Essex, 31 Dec 2023: it is not"),
    ],
)
def test_what_was_changed_past_boardtui_is_named(full: Trial, statement: str, differs: str) -> None:
    change(full, *statement.split("; "))
    found = verified(full)
    assert not found.intact
    assert any(differs in each for each in found.differs), found.differs


@pytest.mark.parametrize(
    ("statement", "differs"),
    [
        ("DELETE FROM seals WHERE number = 2", "Entry 2 of the chain was removed."),
        (
            "UPDATE seals SET entry = 'replaced' WHERE number = 2",
            "Entry 2 of the chain was ch",
        ),
        (
            "UPDATE seals SET number = -number WHERE number < 3; "
            "UPDATE seals SET number = 3 + number WHERE number < 0",
            "Entry 2 of the chain was moved there",
        ),
        (
            "UPDATE seals SET seal = '1:00' WHERE number = 1",
            "Entry 1 of the chain has another",
        ),
        ("UPDATE seals SET seal = NULL WHERE number = 1", "Entry 1 of the chain has no seal any"),
        (
            "UPDATE sealed_parts SET digest = '1:00' WHERE number = 1 AND part = 'visits'",
            "Entry 1 of the chain has other digests",
        ),
    ],
)
def test_what_was_done_to_the_chain_is_named(full: Trial, statement: str, differs: str) -> None:
    change(full, *statement.split("; "))
    found = verified(full)
    assert not found.intact
    assert any(each.startswith(differs) for each in found.differs), found.differs


def test_a_snapshot_in_the_place_of_another_is_an_entry_and_so_is_what_it_changes(
    full: Trial,
) -> None:
    full.ingest({"cases": one_case("C1")}, as_at=BEFORE, replace=True)
    found = verified(full)
    assert found.intact
    done = [(each.entry.subject.day, each.entry.kind, each.current) for each in found.entries]
    assert done[-2:] == [
        (BEFORE.isoformat(), "replaced", True),
        (DAY.isoformat(), "recomputed", True),
    ]
    assert (done[0][2], done[1][2]) == (False, False)


def test_nothing_that_was_changed_past_boardtui_is_sealed_again(full: Trial) -> None:
    change(
        full,
        "UPDATE figures SET value = 99 WHERE snapshot_id = 2 AND measure = 'registered'",
        "UPDATE figures SET said_by = 'nobody' WHERE snapshot_id IS NULL",
    )
    report = full.ingest({"cases": one_case("C1")}, as_at=BEFORE, replace=True)
    assert "Essex, 17 Jan 2024: this was not as it was sealed before" in report.text()
    again = PUBLISHED.replace("2024-01-17", "2023-12-31")
    assert "not sealed again" in full.ingest({"figures": again}).text()
    differs = verified(full).differs
    assert "Not as it was sealed: the figures of Essex as at 17 Jan 2024." in "\n".join(differs)
    assert "the figures published of" in "\n".join(differs)


def test_the_same_published_figures_once_more_are_no_entry(full: Trial) -> None:
    before = verified(full).head
    full.ingest({"figures": PUBLISHED})
    assert verified(full).head == before
