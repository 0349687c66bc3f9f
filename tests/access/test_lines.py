"""A log that many processes add lines to, while it is rotated."""

import json
import os
import re
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from boardtui.access.access import Access
from boardtui.access.log import AccessLogError, Lines

PAGE = Path(__file__).parents[2] / "docs" / "access-log.md"
PROCESSES, EACH = 8, 200
ADDING = """
import sys
from pathlib import Path
from boardtui.access.log import Lines

lines = Lines(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    lines.add(f"{sys.argv[2]} {number} ".encode() + b"x" * (number * 37 % 9000))
"""


def rotate(log: Path) -> None:
    """What logrotate does of the page's example: rename, and make a new file."""
    told = re.search(r"^ +create (\d+) ", PAGE.read_text("utf-8"), re.MULTILINE)
    assert told is not None
    assert not re.search(r"^ +copytruncate", PAGE.read_text("utf-8"), re.MULTILINE)
    made = False
    while not made:  # a board that is just opened may be quicker to make one: that is put away too
        number = len(list(log.parent.glob(f"{log.name}*")))
        log.rename(log.with_name(f"{log.name}.{number}"))
        with suppress(FileExistsError):
            os.close(os.open(log, os.O_CREAT | os.O_EXCL | os.O_WRONLY, int(told[1], 8)))
            made = True


def test_every_line_of_many_processes_is_whole_whatever_is_rotated(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    Lines(log).close()
    command = [sys.executable, "-c", ADDING, str(log)]
    running = [subprocess.Popen([*command, f"p{at}", str(EACH)]) for at in range(PROCESSES)]
    rotations = 0
    while any(process.poll() is None for process in running):
        if rotations < 20 and log.stat().st_size > 100_000:
            rotate(log)
            rotations += 1
    assert [process.returncode for process in running] == [0] * PROCESSES
    assert rotations
    lines = [line for file in tmp_path.iterdir() for line in file.read_text().splitlines()]
    assert sorted(line.rsplit(" ", 1)[0] for line in lines) == sorted(
        f"p{at} {number}" for at in range(PROCESSES) for number in range(EACH)
    )
    assert all(len(x) == int(n) * 37 % 9000 for _, n, x in (line.split(" ") for line in lines))


def test_lines_follow_the_file_of_the_name(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    lines = Lines(log)
    lines.add(b"1")
    rotate(log)
    lines.add(b"2")
    log.unlink()
    lines.add(b"3")
    with log.open("r+b") as file:  # as copytruncate has it
        file.truncate()
    lines.add(b"4")
    assert log.read_bytes() == b"4\n"
    assert (tmp_path / "access.log.1").read_bytes() == b"1\n"


def test_a_log_that_was_renamed_is_made_again_where_nobody_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, old = tmp_path / "access.log", tmp_path / "access.log.1"
    lines = Lines(log)
    log.rename(old)
    lines.add(b"1")
    assert not log.exists()
    monkeypatch.setattr("boardtui.access.log.PATIENCE", -1.0)
    lines.add(b"2")
    assert (old.read_bytes(), log.read_bytes()) == (b"1\n", b"2\n")


def test_a_log_is_made_for_its_owner_and_group_and_one_for_all_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    Lines(log).add(b"1")
    assert stat.S_IMODE(log.stat().st_mode) & ~0o640 == 0
    log.chmod(0o644)
    with pytest.raises(AccessLogError, match="chmod o-rw"):
        Lines(log)


@pytest.mark.parametrize("what", ["no folder", "a folder", "a pipe", "a full disk"])
def test_where_it_cannot_be_written_that_is_said(tmp_path: Path, what: str) -> None:
    log = tmp_path / "access.log"
    match what:
        case "no folder":
            log = tmp_path / "none" / "access.log"
        case "a folder":
            log.mkdir()
        case "a pipe":
            os.mkfifo(log)
        case _:
            log = Path("/dev/full")
    with pytest.raises(AccessLogError, match="Nothing is shown that is not written down"):
        Lines(log).add(b"1")


def test_what_a_full_disk_cut_is_not_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = Lines(tmp_path / "access.log")
    really = os.write

    def first_half(file: int, data: bytes) -> int:
        monkeypatch.setattr(os, "write", full)
        return really(file, data[:2])

    def full(file: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", first_half)
    with pytest.raises(AccessLogError, match="no space left on device"):
        lines.add(b"one")
    monkeypatch.setattr(os, "write", really)
    lines.add(b"two")
    assert (tmp_path / "access.log").read_bytes() == b"on\ntwo\n"


def test_an_entry_is_one_line_of_plain_characters_whatever_is_in_it(tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    access = Access(Lines(log), {"user": "jane"}, "board.db")
    hostile = "\x1b[31m\n\r\x7f\x9b \u202e é \ud800"
    access.write("screen", case=hostile)
    access.write_find(hostile)
    first, second = log.read_text("ascii").splitlines()
    assert first.isprintable()
    assert json.loads(first)["case"] == hostile
    assert json.loads(second)["words"] is None
    assert json.loads(first)["session"] == json.loads(second)["session"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", json.loads(first)["at"])
