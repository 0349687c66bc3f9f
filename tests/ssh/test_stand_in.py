"""What plays OpenSSH's server and client where they cannot be had, tried wherever tests run."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence

import pytest

from tests.ssh.place import Place
from tests.ssh.servers import Server, other
from tests.ssh.sessions import PROGRAM, STAND_IN, OnTheServer, session, within, without_terminal

FIRST = "† by records"


@pytest.fixture(scope="module")
def stand_in(place: Place) -> Iterator[Server]:
    keys = place.folder / "keys-of-the-stand-in"
    keys.write_text(place.authorized_keys())
    with other(place.folder, keys, "to be tried") as server:
        yield server


@pytest.mark.parametrize("program", [PROGRAM, STAND_IN], ids=["client", "stand-in"])
def test_it_shows_the_board_and_runs_nothing_else(
    place: Place, stand_in: Server, program: Sequence[str]
) -> None:
    asked = ["sh", "-c", "echo run"]
    with session(place, stand_in, command=asked, program=program) as terminal:
        terminal.wait_for(FIRST)
        terminal.resize(80, 24)
        terminal.wait_for("╭─ 6 Caseloads")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"run\r" not in terminal.sent
    assert "A board is all" in without_terminal(place, stand_in, command=["id"]).stderr


def test_a_lost_client_leaves_nothing_behind(place: Place, stand_in: Server) -> None:
    running = OnTheServer(stand_in)
    with session(place, stand_in) as terminal:
        terminal.wait_for(FIRST)
        assert running.boards()
        terminal.signal(signal.SIGKILL)
        assert within(2, running.none_left)
