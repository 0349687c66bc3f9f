"""Every board of the demo, made once: what panels say of it is only looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.panels.panel import Board
from boardtui.store.connection.opening import open_database
from tests.panels.boards import boards


@pytest.fixture(scope="session")
def demo_boards(demo_database: Path) -> Iterator[list[Board]]:
    database = open_database(str(demo_database))
    yield list(boards(database))
    database.close()
