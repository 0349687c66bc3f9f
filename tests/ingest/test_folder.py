"""A folder of snapshots: by names or by a manifest, all of it or nothing, and on where it ended."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.ingest import (
    FolderReport,
    FolderRequest,
    IngestRefusedError,
    IngestUsageError,
    ingest,
    ingest_folder,
)
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from boardtui.store.sealed.verifying import verify
from fuzz.kills import KILLED, dump
from tests.ingest import killed_loads
from tests.ingest.trial import Trial, one_case


def put(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def load(database: Path, folder: Path, **given: object) -> FolderReport:
    return ingest_folder(FolderRequest(str(database), folder, **given), Settings())  # type: ignore[arg-type]


def snapshots(database: Path) -> list[tuple[str, str]]:
    with closing(open_database(str(database))) as held:
        assert verify(held).intact
        return [
            (force, day)
            for force, day in held.rows(
                "SELECT f.name, s.as_at FROM snapshots s JOIN forces f ON f.id = s.force_id "
                "ORDER BY f.name, s.as_at"
            )
        ]


def beside(database: Path) -> list[str]:
    """What stands beside a database under a hidden name."""
    return sorted(path.name for path in database.parent.glob(f".{database.name}*"))


def test_what_is_counted_in_memory_is_what_one_by_one_is_counted_in_the_database(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    write(folder, forces(2, 4, 60), 4)
    # A visit that no record knows of, and somebody who left.
    for day, due, people in (("01-31", "2024-01-01", "abc"), ("02-29", "2024-06-01", "ad")):
        rows = "".join(f"{ref},low,community,{due}\n" for ref in people)
        put(folder, f"Oddshire/2024-{day}/cases.csv", f"{HEADER}\n{rows}")
    put(folder, "Oddshire/2024-02-29/visits.csv", "case_ref,visited_on,outcome\na,2024-02-07,seen")
    put(folder, "Oddshire/2024-02-29/leavers.csv", "case_ref,left_on,reason\nb,2024-02-05,died")
    load(tmp_path / "folder.db", folder, synthetic=True)
    one_by_one = Trial(tmp_path)
    for of_day in sorted(folder.glob("*/*/")):
        files = {path.stem: path for path in sorted(of_day.iterdir(), key=by_kind)}
        as_at = date.fromisoformat(of_day.name)
        ingest(
            one_by_one.request(files, force=of_day.parent.name, as_at=as_at, synthetic=True),
            Settings(),
        )
    assert dump(tmp_path / "folder.db") == dump(one_by_one.database)


HEADER = "case_ref,risk_level,status,visit_due"


def by_kind(path: Path) -> int:
    return ["cases", "visits", "officers", "leavers"].index(path.stem)


FIGURES = (
    "force,measure,value,qualifier,unit,as_at,said_by\n"
    "Oddshire,overdue_visits,70,about,people,2024-01-31,the force\n"
)


def test_by_its_names_by_a_manifest_and_one_by_one_it_is_the_same(tmp_path: Path) -> None:
    folder, by_manifest = tmp_path / "names", tmp_path / "manifest"
    days = ("2024-01-31", "2023-12-31")
    lines = ["boardtui = 1", '[[published]]\nfigures = "said.csv"\nsynthetic = true']
    one_by_one = Trial(tmp_path)
    for force in ("Oddshire", "Blankshire"):
        for number, day in enumerate(days):
            cases = one_case(force) + f"C{number + 2},low,custody\n"
            path = put(folder, f"{force}/{day}/cases.csv", cases)
            put(by_manifest, f"{number}{force}.csv", cases)
            lines.append(
                f'[[snapshot]]\nforce = "{force}"\nas_at = {day}\ncases = "{number}{force}.csv"\n'
                "synthetic = true"
            )
            ingest(
                one_by_one.request(
                    {"cases": path}, force=force, as_at=date.fromisoformat(day), synthetic=True
                ),
                Settings(),
            )
    said = put(folder, "Oddshire/figures.csv", FIGURES)
    put(by_manifest, "said.csv", FIGURES)
    put(by_manifest, "manifest.toml", "\n".join(lines))
    ingest(one_by_one.request({"figures": said}, synthetic=True), Settings())
    report = load(tmp_path / "a.db", folder, synthetic=True)
    assert (report.stored, report.forces, report.rows) == (4, 2, {"cases": 8, "figures": 1})
    assert load(tmp_path / "b.db", by_manifest).stored == 4
    seals = [sealed(path) for path in (tmp_path / "a.db", tmp_path / "b.db", one_by_one.database)]
    names = {name for name, *_ in seals[0]}
    assert names == {"Oddshire", "Blankshire"}
    # The files of the manifest have other names, which are sealed with the snapshots.
    assert seals[0] == seals[2]
    assert [each[:2] for each in seals[0]] == [each[:2] for each in seals[1]]
    assert beside(tmp_path / "a.db") == []


def sealed(database: Path) -> list[tuple[str, str | None, str | None]]:
    """What was sealed, with its last seal."""
    with closing(open_database(str(database))) as held:
        rows = held.rows("SELECT force, day, seal FROM seals ORDER BY number")
    last = {(force, day): seal for force, day, seal in rows}
    return sorted(((*what, seal) for what, seal in last.items()), key=str)


def test_all_faults_of_all_files_are_told_at_once_and_nothing_is_stored(tmp_path: Path) -> None:
    database, folder = tmp_path / "a.db", tmp_path / "in"
    put(folder, "Oddshire/2024-01-31/cases.csv", one_case("C1"))
    put(folder, "Oddshire/2024-02-29/cases.csv", one_case("C1", risk_level="hgih"))
    put(folder, "Oddshire/2024-03-31/vists.csv", "")
    put(folder, "Oddshire/lately/cases.csv", one_case("C1"))
    put(folder, "Oddshires/2024-01-31/cases.csv", one_case("C1"))
    put(folder, "BLANKSHIRE/2024-01-31/cases.csv", one_case("C1", visit_due="yesterday"))
    put(folder, "Blankshire/2024-01-31/cases.csv", one_case("C1"))
    with pytest.raises(IngestRefusedError) as caught:
        load(database, folder)
    told = str(caught.value)
    for part in (
        "hgih", "did you mean visits", "there is no cases file", "expected to be a day: 2024-01-31",
        "did you mean Oddshire?", "yesterday", "a second snapshot of",
    ):  # fmt: skip
        assert part in told
    assert not database.exists()
    assert beside(database) == []


def test_a_manifest_tells_all_that_is_wrong_with_it(tmp_path: Path) -> None:
    put(
        tmp_path / "in",
        "manifest.toml",
        'boardtui = 1\n[[snapshot]]\nforce = "Oddshire"\nas_at = "31/01/2024"\ncases = "../c.csv"\n'
        'vists = "v.csv"\n[[published]]\ncases = "c.csv"\n[[snapshots]]\n',
    )
    with pytest.raises(IngestRefusedError) as caught:
        load(tmp_path / "a.db", tmp_path / "in")
    told = str(caught.value)
    for part in (
        "a day such as 2024-01-31", "expected to be in the folder", "did you mean visits?",
        "cases belong to a [[snapshot]]", "names no file", "did you mean snapshot?",
    ):  # fmt: skip
        assert part in told
    for content in ("boardtui = 2", "not toml", "\xff"):
        (tmp_path / "in" / "manifest.toml").write_bytes(content.encode("latin-1"))
        with pytest.raises(IngestRefusedError, match=r"manifest\.toml"):
            load(tmp_path / "a.db", tmp_path / "in")


def test_what_is_there_is_passed_over_and_what_differs_is_refused_or_replaced(
    tmp_path: Path,
) -> None:
    database, folder = tmp_path / "a.db", tmp_path / "in"
    for day in ("2024-01-31", "2024-02-29", "2024-03-31"):
        put(folder, f"Oddshire/{day}/cases.csv", one_case("C1"))
    assert load(database, folder).stored == 3
    before = database.read_bytes()
    assert load(database, folder).passed_over == 3
    assert database.read_bytes() == before
    put(folder, "Oddshire/2024-02-29/cases.csv", one_case("C2"))
    put(folder, "Oddshire/2024-04-30/cases.csv", one_case("C1"))
    with pytest.raises(IngestRefusedError, match="of other files already: give --replace"):
        load(database, folder)
    assert database.read_bytes() == before
    report = load(database, folder, replace=True)
    assert (report.stored, report.replaced, report.passed_over) == (2, 1, 2)
    assert len(snapshots(database)) == 4
    assert "1 in place of those there were" in report.text()


def test_bad_rows_are_left_out_and_written_down_where_that_is_asked_for(tmp_path: Path) -> None:
    database, folder, rejects = tmp_path / "a.db", tmp_path / "in", tmp_path / "rejects.csv"
    for day in ("2024-01-31", "2024-02-29"):
        put(folder, f"Oddshire/{day}/cases.csv", one_case("C1") + "C2,hgih,community\n")
    report = load(database, folder, rejects=rejects)
    assert report.left_out == 2
    assert rejects.read_text().count("hgih") == 2


@pytest.mark.parametrize("what", ["absent", "file", "empty"])
def test_what_is_no_folder_of_files_is_told(what: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    if what == "file":
        folder.touch()
    elif what == "empty":
        folder.mkdir()
    with pytest.raises(IngestUsageError, match=r"folder|nothing to ingest"):
        load(tmp_path / "a.db", folder)


def killed(folder: Path, jobs: list[tuple[Path, int]]) -> list[int]:
    given = [str(word) for job in jobs for word in job]
    done = subprocess.run(
        [sys.executable, killed_loads.__file__, folder, *given],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [int(line) for line in done.stdout.split()]


def test_killed_at_any_moment_it_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, before, complete = (tmp_path / name for name in ("in", "before.db", "complete.db"))
    write(folder, forces(2, 2, 30), 2)
    first = Trial(tmp_path)
    first.database = before
    first.ingest({"cases": one_case("C1")}, force="Firstshire")
    shutil.copy(before, complete)
    (moments,) = killed(folder, [(complete, 0)])
    old, new = dump(before), dump(complete)
    # Some in the midst of it, and each step of its end, where it is swapped in.
    at = [moments * part // 6 for part in range(1, 6)] + [moments - back for back in range(9)]
    copies = [tmp_path / f"{number}.db" for number in range(len(at))]
    for copy in copies:
        shutil.copy(before, copy)
    assert killed(folder, list(zip(copies, at, strict=True))) == [KILLED] * len(at)
    resumed = 0
    for copy in copies:
        left = dump(copy)
        assert left in (old, new)
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as held:
            assert held.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        report = load(copy, folder, synthetic=True)
        resumed += report.resumed and report.passed_over > 0 and report.stored > 0
        assert report.stored + report.passed_over == 4
        assert dump(copy) == new
        assert len(snapshots(copy)) == 5
        assert beside(copy) == []
    assert resumed > 2


def test_killed_before_it_has_stored_anything_it_makes_a_new_database(
    tmp_path: Path,
) -> None:
    write(tmp_path / "in", forces(1, 1, 10), 1)
    moments = range(1, 12)
    databases = [tmp_path / f"{moment}.db" for moment in moments]
    assert set(killed(tmp_path / "in", list(zip(databases, moments, strict=True)))) == {KILLED}
    for database in databases:
        assert load(database, tmp_path / "in", synthetic=True).stored == 1
        assert len(snapshots(database)) == 1
        assert beside(database) == []


def test_a_copy_of_what_is_there_no_more_is_not_gone_on_with(tmp_path: Path) -> None:
    database, folder = tmp_path / "a.db", tmp_path / "in"
    write(folder, forces(1, 4, 30), 4)
    (moments,) = killed(folder, [(tmp_path / "other.db", 0)])
    assert killed(folder, [(database, moments * 3 // 4)]) == [KILLED]
    assert not database.exists()
    assert len(beside(database)) > 1
    meanwhile = Trial(tmp_path)
    meanwhile.database = database
    meanwhile.ingest({"cases": one_case("C1")}, force="Firstshire")
    report = load(database, folder, synthetic=True)
    assert (report.resumed, report.stored) == (False, 4)
    assert beside(database) == []


def test_of_two_loads_at_once_one_is_refused(tmp_path: Path) -> None:
    database, folder = tmp_path / "a.db", tmp_path / "in"
    write(folder, forces(1, 2, 30), 2)
    refused: list[str] = []

    def meanwhile(stage: str, done: int, total: int | None) -> None:
        if stage == "storing" and not refused:
            with pytest.raises(IngestRefusedError, match="Another ingest is writing to") as caught:
                load(database, folder)
            refused.append(str(caught.value))

    ingest_folder(FolderRequest(str(database), folder, synthetic=True), Settings(), meanwhile)
    assert refused
    assert len(snapshots(database)) == 2
