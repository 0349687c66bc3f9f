"""What a restricted board is refused for, and what OpenSSH is told of one."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest

from boardtui.cli.main import main
from boardtui.cli.restricted import FLAG, bounds_of, kept
from boardtui.cli.serve_ssh_config import key_line
from boardtui.process.confinement import hook
from boardtui.settings import Present, Settings
from boardtui.settings.leaving import AccessLog

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHl ada@example"


class Printed:
    """A command that is run in this process, and what it prints."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object, status: int = 0) -> str:
        assert main([str(word) for word in words]) == status
        told = self._capsys.readouterr()
        return told.out if status == 0 else told.err


@pytest.fixture
def printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Printed:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("boardtui.cli.restricted.need_terminal", lambda: None)
    monkeypatch.setattr("boardtui.cli.board.need_terminal", lambda instead: None)
    # What should have been refused must not confine the process of the tests.
    monkeypatch.delattr("boardtui.process.confinement.confine")
    return Printed(capsys)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("present {database}", "not for boardtui present"),
        ("figures {database}", "not for boardtui figures"),
        ("demo", "not for boardtui demo"),
        ("--debug {database}", "--debug writes a file"),
        ("demo.db", "demo.db is none"),
        ("--config own.toml {database}", "own.toml is none"),
        ("postgresql://ada:secret@127.0.0.1/board", "takes no password"),
        ("postgresql://127.0.0.1/board?password=secret", "takes no password"),
    ],
)
def test_a_command_line_that_asks_for_more_is_refused(
    printed: Printed, demo_database: Path, words: str, why: str
) -> None:
    asked = shlex.split(words.format(database=demo_database))
    for line in ([FLAG, *asked], [*asked, FLAG]):
        told = printed(*line, status=2)
        assert why in told
        assert "secret" not in told


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ('[present]\ndeck = "deck.toml"', "a deck by its whole path"),
        ('[present]\ndeck = "~/deck.toml"', "a deck by its whole path"),
        ('[restricted]\nexports = "out"', "the whole path of a folder"),
        ('[restricted]\nexports = "/nonexistent/out"', "there is no such folder"),
        ('[restricted]\nexports = "{config}"', "there is no such folder"),
        ('[access_log]\nfile = "access.log"', "a log by its whole path"),
        ("[restricted]\nclipboard = 1", "expected true or false"),
    ],
)
def test_settings_that_lead_to_other_folders_are_refused(
    printed: Printed, demo_database: Path, tmp_path: Path, settings: str, why: str
) -> None:
    config = tmp_path / "restricted.toml"
    config.write_text(f"boardtui = 1\n{settings.replace('{config}', str(config))}\n")
    for command in ([FLAG], ["serve-ssh-config"]):
        assert why in printed(*command, "--config", config, demo_database, status=2)


def test_only_the_terminal_the_language_and_the_session_are_kept_of_the_environment() -> None:
    own = {"TERM": "linux", "LC_ALL": "C", "SSH_CONNECTION": "1 2 3 4", "NO_COLOR": ""}
    others = {"PATH": "/bin", "HOME": "/home/ada", "SSH_ORIGINAL_COMMAND": "sh", "LD_PRELOAD": "x"}
    assert kept({**own, **others}) == {**own, "HOME": "/nonexistent"}


def test_both_are_printed_with_a_key_to_be_filled_in(printed: Printed, demo_database: Path) -> None:
    asked = ("--no-cases", "--as-at", "17/01/2024", "--log-as", "ada")
    text = printed("serve-ssh-config", demo_database, *asked)
    command = f"-I -m boardtui {FLAG} --as-at 2024-01-17 --log-as ada --no-cases {demo_database}"
    assert f'{command}" ssh-ed25519 AAAA…' in text
    assert f"{command}\n" in text.partition("ForceCommand ")[2]


def test_each_key_of_a_file_has_a_line(
    printed: Printed, demo_database: Path, tmp_path: Path
) -> None:
    keys = tmp_path / "keys.pub"
    keys.write_text(f"# two of them\n{KEY}\n\nsk-ssh-ed25519@openssh.com AAAAGnNr b\n")
    first, second = printed("serve-ssh-config", demo_database, "--key", keys).splitlines()
    assert first.startswith('restrict,pty,command="')
    assert first.endswith(f'" {KEY}')
    assert second.endswith('" sk-ssh-ed25519@openssh.com AAAAGnNr b')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n",
        f'command="sh" {KEY}\n',
        f"{KEY}\nsomething else\n",
        f"{KEY}\x1b[2J\n",
    ],
)
def test_a_file_that_holds_something_else_than_public_keys_is_refused(
    printed: Printed, demo_database: Path, tmp_path: Path, text: str
) -> None:
    keys = tmp_path / "keys.pub"
    keys.write_text(text)
    told = printed("serve-ssh-config", demo_database, "--key", keys, status=2)
    assert "does not hold public keys" in told


@pytest.mark.parametrize("account", ["*", "a,b", "!root", "", "-x", "a b", "a\nPermitTTY no"])
def test_a_block_is_of_one_account(printed: Printed, demo_database: Path, account: str) -> None:
    words = ("serve-ssh-config", demo_database, f"--account={account}")
    assert "is not the name of one account" in printed(*words, status=2)


def test_a_name_that_takes_two_lines_is_refused(
    printed: Printed, demo_database: Path, tmp_path: Path
) -> None:
    link = Path(shutil.copy(demo_database, tmp_path / "board\nPermitTTY no.db"))
    assert "no line ends" in printed("serve-ssh-config", link, status=2)


def test_quotation_marks_of_a_command_stand_in_the_line_of_a_key() -> None:
    assert (
        key_line("""sh -c 'a "b"'""", "KEY") == """restrict,pty,command="sh -c 'a \\"b\\"'" KEY"""
    )


def test_what_others_can_change_is_warned_of(
    printed: Printed, demo_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "restricted.toml"
    config.write_text("boardtui = 1\n")
    config.chmod(0o666)
    assert main(["serve-ssh-config", str(demo_database), "--config", str(config)]) == 0
    assert f"can change {config}" in capsys.readouterr().err


def test_the_board_reads_its_database_and_a_deck_of_the_settings_alone(tmp_path: Path) -> None:
    database, deck = tmp_path / "board.db", tmp_path / "deck.toml"
    settings = Settings(present=Present(deck=str(deck)))
    see = hook(bounds_of(str(database), settings))
    for path in (database, f"{database}-wal", deck):
        see("open", (path, "r", os.O_RDONLY))
        with pytest.raises(PermissionError):
            see("open", (path, None, os.O_RDWR))
    for path in (tmp_path / "other.toml", f"{deck}.old", tmp_path):
        with pytest.raises(PermissionError):
            see("open", (path, "r", os.O_RDONLY))


def test_the_board_adds_to_the_log_of_the_settings_and_to_no_other_file(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    settings = Settings(access_log=AccessLog(file=str(log)))
    see = hook(bounds_of(str(tmp_path / "board.db"), settings))
    see("open", (str(log), None, os.O_WRONLY | os.O_APPEND | os.O_CREAT))
    for path in (f"{log}.1", tmp_path / "board.db"):
        with pytest.raises(PermissionError):
            see("open", (path, None, os.O_WRONLY))
