"""Copying a database into another: all that is in it, with its seals, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui import demo
from boardtui.ingest import IngestRefusedError, IngestUsageError, ingest
from boardtui.ingest.copying.copy import Copied, copy
from boardtui.ingest.copying.moving import Moving
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from boardtui.store.sealed.chain import entries
from boardtui.store.sealed.verifying import Verified, quietly, verify
from fuzz.kills import dump
from tests.ingest.trial import Trial, one_case

JANUARY, FEBRUARY, MARCH = date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)


def copied(source: Path, target: Path) -> Copied:
    return copy(str(source), str(target), quietly)


def verified(database: Path) -> Verified:
    with closing(open_database(str(database))) as held:
        return verify(held)


def trial(tmp_path: Path, name: str) -> Trial:
    made = Trial(tmp_path)
    made.database = tmp_path / name
    return made


@pytest.fixture(scope="module")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copy") / "demo.db"
    for _, request in demo.requests(str(path)):
        ingest(request, Settings())
    return path


def test_a_copy_has_all_that_there_is_and_the_very_same_chain(
    demo_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    done = copied(demo_database, target)
    assert done.carried
    assert done.snapshots > 2
    assert "entry by entry" in done.text()
    assert verified(target).intact
    assert verified(target).head == verified(demo_database).head
    assert by_content(target) == by_content(demo_database)
    before = target.read_bytes()
    again = copied(demo_database, target)
    assert (again.snapshots, again.there_already, again.rows) == (0, done.snapshots, 0)
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db"]


def by_content(database: Path) -> list[str]:
    """How many rows of each table there are; what is in them, the seals say."""
    lines = [line.split("(")[0] for line in dump(database) if line.startswith("INSERT")]
    return sorted(lines)


def test_where_there_are_others_entries_say_where_it_is_from(tmp_path: Path) -> None:
    source, target = trial(tmp_path, "source.db"), trial(tmp_path, "target.db")
    for day in (JANUARY, FEBRUARY):
        source.ingest({"cases": one_case("C1")}, as_at=day)
    target.ingest({"cases": one_case("D1")}, force="Kent", as_at=JANUARY)
    done = copied(source.database, target.database)
    assert (done.snapshots, done.carried, done.entries) == (2, False, 2)
    assert verified(target.database).intact
    with closing(open_database(str(source.database))) as held:
        seals = {entry.subject: entry.seal for entry in entries(held)}
        head = entries(held)[-1].chain
    with closing(open_database(str(target.database))) as held:
        there = [entry for entry in entries(held) if entry.subject in seals]
    assert {entry.subject: entry.seal for entry in there} == seals
    assert {entry.why for entry in there} == {f"copied from the chain that ends with {head}"}
    source.ingest({"cases": one_case("C1")}, as_at=MARCH)
    more = copied(source.database, target.database)
    assert (more.snapshots, more.there_already) == (1, 2)
    assert verified(target.database).intact


def test_nothing_is_overwritten_and_nothing_put_among_what_is_not_in_the_source(
    tmp_path: Path,
) -> None:
    source, target = trial(tmp_path, "source.db"), trial(tmp_path, "target.db")
    for day in (JANUARY, FEBRUARY):
        source.ingest({"cases": one_case("C1")}, as_at=day)
    target.ingest({"cases": one_case("C2")}, as_at=JANUARY)
    before = target.database.read_bytes()
    with pytest.raises(IngestRefusedError, match=r"something else already of Essex, 31 Jan 2024"):
        copied(source.database, target.database)
    other = trial(tmp_path, "other.db")
    other.ingest({"cases": one_case("C2")}, as_at=MARCH)
    with pytest.raises(IngestRefusedError, match=r"not in the source: Essex, 31 Mar 2024"):
        copied(source.database, other.database)
    assert target.database.read_bytes() == before
    with pytest.raises(IngestUsageError, match="both are the same"):
        copied(source.database, source.database)
    assert not list(tmp_path.glob(".*"))


def test_what_is_not_as_it_was_sealed_is_not_sealed_anew(tmp_path: Path) -> None:
    import sqlite3

    source, target = trial(tmp_path, "source.db"), trial(tmp_path, "target.db")
    source.ingest({"cases": one_case("C1")}, as_at=JANUARY)
    with closing(sqlite3.connect(source.database)) as changed, changed:
        changed.execute("UPDATE cases SET risk_level = 'low'")
    target.ingest({"cases": one_case("D1")}, force="Kent", as_at=JANUARY)
    with pytest.raises(IngestRefusedError, match="is not as it was sealed"):
        copied(source.database, target.database)
    assert verified(target.database).intact
    # With the whole chain it is copied as it is: what differs, differs there too.
    copied(source.database, tmp_path / "new.db")
    assert verified(tmp_path / "new.db").differs == verified(source.database).differs != []


@pytest.mark.parametrize("into", ["new", "other"])
def test_a_copy_that_was_ended_is_gone_on_with(
    into: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = trial(tmp_path, "source.db"), trial(tmp_path, "target.db")
    for day in (JANUARY, FEBRUARY, MARCH):
        source.ingest({"cases": one_case("C1")}, as_at=day)
    if into == "other":
        target.ingest({"cases": one_case("D1")}, force="Kent", as_at=JANUARY)
    before = target.database.read_bytes() if into == "other" else None
    ended(monkeypatch, Moving.snapshot, after=2)
    with pytest.raises(KeyboardInterrupt):
        copied(source.database, target.database)
    assert (target.database.read_bytes() if target.database.exists() else None) == before
    monkeypatch.undo()
    done = copied(source.database, target.database)
    assert (done.snapshots, done.there_already) == (1, 2)
    found = verified(target.database)
    assert found.intact
    assert len(found.entries) == (3 if into == "new" else 4)
    assert not list(tmp_path.glob(".*"))


def ended(monkeypatch: pytest.MonkeyPatch, step: Callable[..., None], after: int) -> None:
    """Have the user interrupt it after so many snapshots."""
    done = 0

    def stepped(*given: object) -> None:
        nonlocal done
        if done == after:
            raise KeyboardInterrupt
        done += 1
        step(*given)

    monkeypatch.setattr(Moving, "snapshot", stepped)
