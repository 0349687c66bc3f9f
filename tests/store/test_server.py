"""A server read through SQLAlchemy, with a SQLite file by its URL in a server's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, Pool, event

from boardtui.core.criterion.dimension import RISK_LEVELS
from boardtui.store.connection.database import DatabaseUnreadableError
from boardtui.store.connection.server import ServerDatabase
from boardtui.store.lists import pages
from boardtui.store.lists.listing import Sort
from tests.registers import Case, Force, Register, write
from tests.store.lists_by_hand import by_hand, listing, paged
from tests.store.strategies import registers

CASES = tuple(Case(f"P-{number}", RISK_LEVELS[number % 5], unit="North") for number in range(50))
HERE = Register(date(2024, 1, 17), CASES)
BY_REF = listing(HERE, Sort("case_ref"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "a.db", Force(registers=(HERE,)), counted=False)


@contextmanager
def heard(of: type[Engine | Pool], *names: str) -> Iterator[Counter[str]]:
    """How often each event happened to any engine or any pool."""
    counts: Counter[str] = Counter()
    told = {name: _counting(counts, name) for name in names}
    for name, tell in told.items():
        event.listen(of, name, tell)
    try:
        yield counts
    finally:
        for name, tell in told.items():
            event.remove(of, name, tell)


def _counting(counts: Counter[str], name: str) -> Callable[..., None]:
    def tell(*_: Any) -> None:
        counts[name] += 1

    return tell


def test_no_transaction_is_open_once_something_was_read(path: Path) -> None:
    with (
        heard(Engine, "begin", "commit", "rollback") as happened,
        closing(ServerDatabase(f"sqlite:///{path}")) as server,
    ):
        server.rows("SELECT COUNT(*) FROM cases")
        list(server.stream("SELECT case_ref FROM cases"))
        list(islice(server.stream("SELECT case_ref FROM cases"), 3))
        with pytest.raises(DatabaseUnreadableError):
            server.rows("SELECT unheard_of FROM cases")
        assert happened["begin"] == happened["commit"] + happened["rollback"] > 0


def test_what_failed_does_not_spoil_what_is_read_next(path: Path) -> None:
    with closing(ServerDatabase(f"sqlite:///{path}")) as server:
        with pytest.raises(DatabaseUnreadableError, match="no such column"):
            server.rows("SELECT unheard_of FROM cases")
        assert server.rows("SELECT COUNT(*) FROM cases") == [(50,)]


def test_something_else_may_be_read_while_a_stream_is_under_way(path: Path) -> None:
    with closing(ServerDatabase(f"sqlite:///{path}")) as server:
        stream = pages.stream(server, BY_REF)
        first = next(stream).case_ref
        assert server.rows("SELECT COUNT(*) FROM cases") == [(50,)]
        assert [first, *(case.case_ref for case in stream)] == by_hand(HERE, BY_REF)


def test_a_closed_server_keeps_no_connection(path: Path) -> None:
    with heard(Pool, "connect", "close") as happened:
        server = ServerDatabase(f"sqlite:///{path}")
        list(server.stream("SELECT case_ref FROM cases"))
        server.close()
        assert happened["close"] == happened["connect"] > 0


@contextmanager
def told_apart() -> Iterator[None]:
    """Databases whose LIKE tells capitals from small letters, as a server's may."""

    def tell_apart(connection: Any, _: object) -> None:
        connection.execute("PRAGMA case_sensitive_like = ON")

    event.listen(Pool, "connect", tell_apart)
    try:
        yield
    finally:
        event.remove(Pool, "connect", tell_apart)


@given(
    register=registers(),
    text=st.sampled_from(["p-1", "P-", "NORTH", "east", "om-1", "South EAST", "HIGH", "_", "%"]),
)
def test_words_are_found_in_capitals_and_small_letters_where_like_tells_them_apart(
    tmp_path_factory: pytest.TempPathFactory, register: Register, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "told-apart.db"
    write(path, Force(registers=(register,)), counted=False)
    of = listing(register, Sort("unit"), text)
    with told_apart(), closing(ServerDatabase(f"sqlite:///{path}")) as server:
        assert paged(server, of) == by_hand(register, of)
