"""A server, databases on it, and the same things in a file beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from boardtui import demo
from boardtui.ingest import ingest
from boardtui.settings import Settings
from tests.ingest.trial import Trial
from tests.postgresql import oddshire
from tests.postgresql.server import Server, using_server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    own = tmp_path_factory.getbasetemp()
    with using_server(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) as server:
        yield server


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """A database on the server with nothing in it."""
    url = server.database()
    yield url
    server.drop(url)


@pytest.fixture
def on_server(tmp_path: Path, url: str) -> Trial:
    """A trial whose database is to be on the server."""
    trial = Trial(tmp_path)
    trial.database = url  # type: ignore[assignment]
    return trial


MONTHS = 4
"""Of the demo's many months so many are taken in: enough to be told in a row."""


@dataclass(frozen=True)
class Both:
    """The same in a file and on the server. Read it only: every test has the same."""

    file: str
    url: str


@pytest.fixture(scope="session")
def both(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The demo, and a force whose names and dates are of the odder kind."""
    folder = tmp_path_factory.mktemp("both")
    file = folder / "both.db"
    with server.alone():
        url, empty = server.shared_database("the_same")
        for database in (str(file), *([url] if empty else [])):
            for _, request in demo.requests(database):
                ingest(request, Settings())
            months = demo.month_requests(database, folder / str(len(database)))
            for request, settings in islice(months, MONTHS):
                ingest(request, settings)
            for request in oddshire.requests(folder, database):
                ingest(request, Settings())
    return Both(str(file), url)
