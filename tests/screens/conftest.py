"""Boards in colour, whatever the terminal that the tests run in; goldens as files of text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

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
def own_runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of the test's own: shows of others are not followed, nor do theirs notes follow."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    others = str(tmp_path_factory.mktemp("tmp"))
    monkeypatch.setenv("TMPDIR", others)
    monkeypatch.setattr("tempfile.tempdir", others)
