"""The papers of all boards of the demo, made once: tests only look at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.pack.document.paper import Paper
from boardtui.store.connection.opening import open_database
from tests.pack.papers import paper
from tests.panels.boards import boards


@pytest.fixture(scope="session")
def papers(demo_database: Path) -> Iterator[list[Paper]]:
    database = open_database(str(demo_database))
    yield [paper(board) for board in boards(database)]
    database.close()


@pytest.fixture(scope="session")
def named(papers: list[Paper]) -> dict[tuple[str, str], Paper]:
    return {(each.title.force, each.title.day): each for each in papers}


@pytest.fixture(scope="session")
def exampleshire(named: dict[tuple[str, str], Paper]) -> Paper:
    return named["Exampleshire", "17 January 2024"]
