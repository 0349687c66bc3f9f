"""Snapshots that a further process prepares: they are stored as those that are prepared here."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from bench.synthetic.files import write
from bench.synthetic.forces import forces
from boardtui.ingest import FolderRequest, IngestFailedError, ingest, ingest_folder, preparing_ahead
from boardtui.ingest.folder import folder as folders
from boardtui.ingest.preparing import prepared
from boardtui.settings import Settings
from fuzz.kills import dump
from tests.ingest.trial import Trial

KINDS = ("cases", "visits", "officers", "leavers")


@pytest.fixture
def days(tmp_path: Path) -> list[Path]:
    """The folders of four days of each of two forces, in order; a unit is written in two ways."""
    write(tmp_path / "all", forces(2, 4, 20), 4)
    found = sorted((tmp_path / "all").glob("*/*/"))
    assert len(found) == 8
    cases = found[3] / "cases.csv"
    cases.write_text(cases.read_text().replace("District", "DISTRICT", 1))
    return found


def one_by_one(trial: Trial, days: Iterable[Path], *, replace: bool = False) -> None:
    for of_day in days:
        files = {kind: path for kind in KINDS if (path := of_day / f"{kind}.csv").exists()}
        as_at, force = date.fromisoformat(of_day.name), of_day.parent.name
        request = trial.request(files, force=force, as_at=as_at, synthetic=True, replace=replace)
        ingest(request, Settings())


def in_one_go(database: Path, days: Iterable[Path], folder: Path, *, replace: bool = False) -> None:
    for of_day in days:
        (folder / of_day.parent.name).mkdir(parents=True, exist_ok=True)
        (folder / of_day.parent.name / of_day.name).symlink_to(of_day)
    asked = FolderRequest(str(database), folder, synthetic=True, replace=replace)
    ingest_folder(asked, Settings())


def further(monkeypatch: pytest.MonkeyPatch, *, pay: bool = True) -> None:
    monkeypatch.setattr(folders, "pay", lambda snapshots: pay)


@pytest.mark.parametrize("pay", [False, True])
def test_beside_snapshots_that_are_there_it_is_as_one_by_one(
    days: list[Path], pay: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before them, between them, behind them, and in the place of some."""
    further(monkeypatch, pay=pay)
    each, all_at_once = Trial(tmp_path / "each"), Trial(tmp_path / "all_at_once")
    there, rest = [days[0], days[2], days[6]], [days[1], *days[3:6], days[7]]
    for trial in (each, all_at_once):
        trial.folder.mkdir()
        one_by_one(trial, there)
    one_by_one(each, rest)
    in_one_go(all_at_once.database, rest, tmp_path / "rest")
    assert dump(all_at_once.database) == dump(each.database)
    for of_day in (again := [*days[1:3], days[5]]):
        cases = of_day / "cases.csv"
        lines = cases.read_text().splitlines()
        cases.write_text("\n".join([*lines[:10], *lines[12:]]))
    one_by_one(each, again, replace=True)
    in_one_go(all_at_once.database, again, tmp_path / "again", replace=True)
    assert dump(all_at_once.database) == dump(each.database)


def elsewhere(done: Callable[[], None]) -> Callable[..., object]:
    """What prepares, but for other processes than this one."""
    here = os.getpid()

    def preparing(*given: object) -> object:
        if os.getpid() != here:
            done()
        return prepared(*given)  # type: ignore[arg-type]

    return preparing


def test_what_could_not_be_prepared_there_is_prepared_here(
    days: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_one_go(tmp_path / "here.db", days, tmp_path / "here")
    further(monkeypatch)

    def short_of_memory() -> None:
        raise MemoryError

    monkeypatch.setattr(preparing_ahead, "prepared", elsewhere(short_of_memory))
    in_one_go(tmp_path / "there.db", days, tmp_path / "there")
    assert dump(tmp_path / "there.db") == dump(tmp_path / "here.db")


def test_what_nobody_foresaw_is_met_where_it_is_told(
    days: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    further(monkeypatch)

    def short_of_memory(*given: object) -> None:
        raise MemoryError

    monkeypatch.setattr(preparing_ahead, "prepared", short_of_memory)
    with pytest.raises(MemoryError) as raised:
        in_one_go(tmp_path / "a.db", days, tmp_path / "in")
    assert raised.traceback[-1].name == "short_of_memory"


def test_a_process_that_was_ended_is_told_of(
    days: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    further(monkeypatch)
    ended = elsewhere(lambda: os.kill(os.getpid(), signal.SIGKILL))
    monkeypatch.setattr(preparing_ahead, "prepared", ended)
    with pytest.raises(IngestFailedError, match="was ended from outside"):
        in_one_go(tmp_path / "a.db", days, tmp_path / "in")
