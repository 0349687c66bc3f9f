"""A database written for one test, opened to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from boardtui.core.criterion.definition import STANDARD, Definition
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from tests.registers import Force, write

Holding = Callable[..., Database]


@pytest.fixture
def holding(tmp_path: Path) -> Iterator[Holding]:
    """Write forces to a database and open it."""
    with ExitStack() as stack:

        def hold(*forces: Force, definition: Definition = STANDARD) -> Database:
            path = write(tmp_path / "held.db", *forces, definition=definition)
            return stack.enter_context(closing(open_database(str(path))))

        yield hold
