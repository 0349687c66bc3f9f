"""The page for administrators done once, and servers for it; each test says which server it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.ssh.place import Place
from tests.ssh.servers import NotServingError, Server, openssh, other
from tests.ssh.sessions import PROGRAM, STAND_IN, without_terminal


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, demo_database: Path) -> Place:
    return Place(tmp_path_factory.mktemp("place"), demo_database)


@pytest.fixture(scope="session")
def by_key(place: Place) -> Iterator[Server]:
    """A server that knows the keys by the page's lines, each with its forced command."""
    keys = place.folder / "authorized_keys"
    keys.write_text(place.authorized_keys())
    with ExitStack() as stack:
        yield up(stack, place, keys)


@pytest.fixture(scope="session")
def by_block(place: Place) -> Iterator[Server]:
    """A server with the page's block, and a key without a word beside it."""
    keys = place.folder / "plain_keys"
    keys.write_text(place.key.with_suffix(".pub").read_text())
    with ExitStack() as stack:
        yield up(stack, place, keys, place.printed("--account"))


def up(stack: ExitStack, place: Place, keys: Path, block: str = "") -> Server:
    """OpenSSH's server, if it comes up and lets the key in; else the other."""
    try:
        server = stack.enter_context(openssh(place.folder, keys, block))
        answered = without_terminal(place, server)
        if "needs a terminal" in answered.stderr:
            return server
        why = f"sshd lets no key in here: {' '.join(answered.stderr.split())}"
    except NotServingError as error:
        why = str(error)
    forced = block.partition("ForceCommand ")[2].partition("\n")[0]
    return stack.enter_context(other(place.folder, keys, why, forced))


@pytest.fixture
def served_by(record_property: Callable[[str, object], None]) -> Callable[[Server], None]:
    """Says in the run which server it was."""
    client = "" if PROGRAM != STAND_IN else ", to a client that plays ssh: there is none here"
    return lambda server: record_property("ssh server", f"{server.name}{client}")
