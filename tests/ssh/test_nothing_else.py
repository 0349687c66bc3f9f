"""Nothing but the board, whatever a client asks for."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from boardtui.cli.failure import USAGE
from tests.ssh.place import Place
from tests.ssh.servers import SSHD, Server, checked
from tests.ssh.sessions import client, without_terminal

SaysWhich = Callable[[Server], None]

ASKED: dict[str, Sequence[str]] = {
    "a shell": ("sh", "-c", "echo run"),
    "a file": ("cat", "/etc/passwd"),
    "another command of boardtui": ("boardtui", "figures", "board.db"),
    "a copy of the database": ("scp", "-f", "board.db"),
    "writing a file": ("rsync", "--server", ".", "."),
    "nothing": (),
}


@pytest.mark.parametrize("asked", ASKED)
def test_without_a_terminal_nothing_is_run(
    place: Place, by_key: Server, served_by: SaysWhich, asked: str
) -> None:
    served_by(by_key)
    got = without_terminal(place, by_key, command=ASKED[asked])
    assert (got.returncode, got.stdout) == (USAGE, "")
    assert got.stderr.startswith("A board is all that is shown here")
    assert len(got.stderr.splitlines()) == 1


@pytest.mark.parametrize("server", ["by_key", "by_block"])
def test_no_files_are_served_by_sftp(
    place: Place, server: str, served_by: SaysWhich, request: pytest.FixtureRequest
) -> None:
    up: Server = request.getfixturevalue(server)
    served_by(up)
    got = without_terminal(place, up, "-s", command=["sftp"])
    assert got.returncode != 0
    assert got.stdout == ""


@pytest.mark.parametrize("server", ["by_key", "by_block"])
def test_no_port_is_forwarded(
    place: Place, server: str, served_by: SaysWhich, request: pytest.FixtureRequest
) -> None:
    up: Server = request.getfixturevalue(server)
    served_by(up)
    # -W asks the server for a connection to itself, and would show what it says first.
    got = without_terminal(place, up, "-W", f"127.0.0.1:{up.port}")
    assert got.returncode != 0
    assert "SSH-2.0" not in got.stdout


def test_no_other_key_is_let_in(place: Place, by_key: Server, served_by: SaysWhich) -> None:
    served_by(by_key)
    words = client(place, by_key, place.host_key, "-tt")
    got = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert got.returncode == 255
    assert "Permission denied" in got.stderr


def test_openssh_finds_nothing_wrong_with_the_block(place: Place, tmp_path: Path) -> None:
    block = place.printed("--account")
    assert block.splitlines()[1].startswith("    ForceCommand ")
    if SSHD is not None:
        (tmp_path / "host").write_bytes(place.host_key.read_bytes())
        (tmp_path / "host").chmod(0o600)
        assert checked(block, tmp_path) == ""
