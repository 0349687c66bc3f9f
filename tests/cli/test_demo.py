"""The demo database: when it is made, where, and that nothing half made is left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import platformdirs
import pytest

from boardtui import demo
from boardtui.review.day.selection import choose
from boardtui.store.connection.opening import open_database
from tests.cli.conftest import Run


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, empty, and a build that is quick."""
    folder = tmp_path / "data"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(folder))
    monkeypatch.setattr(demo, "build", lambda path, say: path.write_text("made"))
    return folder


def quiet(text: str) -> None:
    pass


@pytest.mark.usefixtures("few_months")
def test_it_is_made_where_the_user_says(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "--build", "there.db")
    assert (ran.status, ran.out) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["there.db"]
    assert ran.err.endswith("Made there.db.\n")


def test_it_opens_on_exampleshire_by_default(demo_database: Path) -> None:
    selection = choose(open_database(str(demo_database)))
    assert (selection.force.name, selection.day) == (demo.FORCE, demo.DAY)


def test_records_belong_to_forces_that_do_not_exist(demo_database: Path) -> None:
    rows = open_database(str(demo_database)).rows(
        "SELECT DISTINCT f.name, f.synthetic FROM snapshots s JOIN forces f ON f.id = s.force_id"
    )
    assert sorted(rows) == [
        ("Exampleshire", 1),
        ("Sampleshire", 1),
        ("Specimenshire", 1),
    ]


def test_what_is_there_is_never_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    ran = run("demo", "--build", "mine.db")
    assert ran.status == 2
    assert (tmp_path / "mine.db").read_text() == "mine"


@pytest.mark.parametrize("path", ["absent/there.db", "postgresql://localhost/there"])
def test_a_place_where_no_file_can_be_made_is_refused(run: Run, path: str) -> None:
    assert run("demo", "--build", path).status == 2


def test_a_build_that_fails_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("boardtui.ingest.ingest", failing)
    ran = run("demo", "--build", "there.db")
    assert (ran.status, ran.err.splitlines()[-1]) == (1, "No space left on device.")
    assert list(tmp_path.iterdir()) == []


def test_it_is_made_once(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = demo.demo_database(quiet)
    monkeypatch.setattr(demo, "build", None)
    assert demo.demo_database(quiet) == first
    assert first.parent == data


def test_it_is_made_again_for_other_tables(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = demo.demo_database(quiet)
    monkeypatch.setattr(demo, "SCHEMA_VERSION", 99)
    second = demo.demo_database(quiet)
    assert list(data.iterdir()) == [second] != [first]


def test_its_fingerprint_changes_with_any_file(tmp_path: Path) -> None:
    copy = tmp_path / "fixtures"
    for name in (demo.PUBLISHED, *demo.INVENTED):
        shutil.copytree(demo.fixtures() / name, copy / name)
    before = demo.fingerprint(copy)
    assert before == demo.fingerprint(demo.fixtures())
    with (copy / "sampleshire" / "2023-10-31" / "officers.csv").open("a") as file:
        file.write("SO-99,North,1\n")
    assert demo.fingerprint(copy) != before


def test_without_its_files_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("boardtui.__file__", str(tmp_path / "boardtui" / "__init__.py"))
    with pytest.raises(demo.DemoMissingError, match="install boardtui again"):
        demo.fixtures()
