"""What several tests need: the demo database, made once by the same ingest as a real one."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo database. Read it only: every test has the same one."""
    from boardtui import demo

    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.build(path, lambda text: None)
    return path
