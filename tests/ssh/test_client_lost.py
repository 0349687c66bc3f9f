"""A client that is lost, at any moment: within two seconds nothing of its session is left."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from msgspec import Struct

from tests.screens.terminal import Terminal
from tests.ssh.place import Place
from tests.ssh.servers import Server
from tests.ssh.sessions import OnTheServer, session, within

SaysWhich = Callable[[Server], None]

FIRST = "† by records"
PROMISED = 2
"""Seconds within which the server's side is gone."""

PATIENCE = 30
"""Seconds after which a moment that does not come is given up."""


class Moment(Struct, frozen=True):
    """How a session comes to a moment: keys with what shows after each, then one more."""

    steps: tuple[tuple[str, str], ...] = ()
    last: str = ""
    awaited: Callable[[Place, OnTheServer], bool] = lambda place, running: True


def _starting(place: Place, running: OnTheServer) -> bool:
    return bool(running.boards())


def _half_written(place: Place, running: OnTheServer) -> bool:
    return any(path.suffix == ".unfinished" for path in place.exports.iterdir())


BOARD = ("", FIRST)
LIST = (BOARD, ("1", "› by risk"), ("\r", "of 183"))

MOMENTS = {
    "before anything is seen": Moment(awaited=_starting),
    "while nothing happens": Moment((BOARD,)),
    "in the middle of turned pages": Moment(LIST, "\x1b[6~" * 30),
    "while words are typed": Moment((BOARD, ("/", "over")), "overdue hi"),
    "in a show": Moment((BOARD, ("P", "slide 1 of"))),
    "while a picture is drawn": Moment(
        (BOARD, ("w", "kind csv"), ("\x15png 400x200", "png 400x200")), "\r", _half_written
    ),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_lost_client_leaves_nothing_behind(
    place: Place, by_key: Server, served_by: SaysWhich, moment: str
) -> None:
    served_by(by_key)
    before, running = place.files(), OnTheServer(by_key)
    with session(place, by_key, place.exporting_key) as terminal:
        _come_to(MOMENTS[moment], terminal, place, running)
        assert running.boards()
        terminal.signal(signal.SIGKILL)
        assert within(PROMISED, running.none_left)
    # A file is there whole or not at all: this one was never finished.
    assert place.files() == before


def _come_to(moment: Moment, terminal: Terminal, place: Place, running: OnTheServer) -> None:
    for keys, words in moment.steps:
        if keys:
            terminal.press(keys)
        terminal.wait_for(words)
    if moment.last:
        terminal.press(moment.last)
    assert within(PATIENCE, lambda: moment.awaited(place, running))
