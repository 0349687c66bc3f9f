"""Boards in colour, whatever the terminal that the tests run in; goldens as files of text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from boardtui.core.forecast.outcome import Outcome
from boardtui.core.forecast.owed import Owed
from boardtui.core.forecast.rates import Rates
from boardtui.review.forecast import back_tested, forecast
from boardtui.review.forecast.asked import Asked
from tests.screens.case_lists import many_cases


class TextFile(SingleFileSnapshotExtension):
    """Each golden a .txt of its own, by the name of its test."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextFile)


@pytest.fixture(autouse=True)
def in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of many cases. Read it only: every test has the same one."""
    return many_cases(tmp_path_factory.mktemp("many") / "many.db")


@pytest.fixture
def own_database(demo_database: Path, tmp_path: Path) -> Path:
    """A copy of the demo database, for whoever spoils it."""
    return Path(shutil.copy(demo_database, tmp_path / "own.db"))


@pytest.fixture(autouse=True)
def own_runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Folders of the test's own: shows of others are not followed, nor do theirs notes follow.

    Their paths are short: that of a socket has 107 bytes at most.
    """
    with TemporaryDirectory(prefix="bt-", dir="/tmp") as short:
        run, others = Path(short) / "run", Path(short) / "tmp"
        run.mkdir(mode=0o700)
        others.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
        monkeypatch.setenv("TMPDIR", str(others))
        monkeypatch.setattr("tempfile.tempdir", str(others))
        yield


FEW_RUNS = 40


@pytest.fixture
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forecasts of few runs, for tests of what is drawn of them and which keys do what.

    As many as anybody else has are drawn by the commands that docs/forecast.md shows.
    """
    all_of_them = forecast.drawn

    def drawn(owed: Owed, rates: Rates, asked: Asked, cleared_at: int) -> Outcome:
        return all_of_them(owed, rates, replace(asked, runs=FEW_RUNS), cleared_at)

    for module in (forecast, back_tested):
        monkeypatch.setattr(module, "drawn", drawn)
