"""A restricted process is closed to every way out that is known, and an ordinary one is not."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.restricted import attempts
from tests.restricted.attempts import HOSTILE

NAMES = list(attempts.attempts(Path(), Path()))


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory, demo_database: Path) -> Mapping[str, object]:
    """What was open to a free and to a restricted process, and the restricted one's files."""
    found: dict[str, object] = {}
    for how in ("free", "restricted"):
        folder = tmp_path_factory.mktemp(how)
        (folder / "exports").mkdir()
        for name in ("secret", "removed"):
            (folder / name).write_text("in")
        database = Path(shutil.copy(demo_database, folder / "exports.db"))
        with closing(sqlite3.connect(database)) as opened:
            opened.execute("PRAGMA journal_mode = wal")  # by which even to read it makes files
        before = files(folder)
        own = {**os.environ, **dict.fromkeys(HOSTILE, str(folder))}
        own = {name: text for name, text in own.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-I", attempts.__file__, how, str(folder), str(database)]
        ran = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=folder, env=own
        )
        found |= {how: json.loads(ran.stdout), f"{how} changed": files(folder) != before}
    return found


def files(folder: Path) -> Mapping[Path, object]:
    paths = [folder, *folder.rglob("*")]
    return {one: one.read_bytes() if one.is_file() else None for one in paths}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_closed(tried: Mapping[str, Mapping[str, bool]], name: str) -> None:
    assert tried["free"][name], "this finds nothing that is open"
    assert not tried["restricted"][name]


def test_nothing_of_it_left_a_trace(tried: Mapping[str, object]) -> None:
    assert tried["free changed"]
    assert not tried["restricted changed"]
