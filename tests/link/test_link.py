"""The line between a show and its notes: private, bounded, and never in the show's way."""

from __future__ import annotations

import asyncio
import os
import socket
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from msgspec.structs import replace

from boardtui.link import listening, peer, speaking
from boardtui.link.folder import LinkError, check, made, places, there
from boardtui.link.listening import GoneError, followed, running
from boardtui.link.said import LONGEST_TEXT, MOST_BYTES, NothingSaidError, Said, line_of, said_in
from boardtui.link.speaking import MOST_READERS, MOST_WAITING, Speaking

SAID = Said("demo.db", "Exampleshire", "2024-01-17", True, 0.0, 1, 9, 0, 1, "273 are overdue.")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """An environment with a runtime folder, and another place for all other temporary files.

    The path of a socket is 107 bytes long at most: that of a test's own folder may be longer.
    """
    with TemporaryDirectory(prefix="bt-", dir="/tmp") as short:
        folder, others = Path(short) / "run", Path(short) / "tmp"
        folder.mkdir(mode=0o700)
        others.mkdir(mode=0o700)
        monkeypatch.setattr("tempfile.tempdir", str(others))
        yield {"XDG_RUNTIME_DIR": str(folder)}


@asynccontextmanager
async def speaking_in(place: Path, said: Said = SAID) -> AsyncIterator[Speaking]:
    show = Speaking()
    show.say(said)
    show.open(place)
    try:
        yield show
    finally:
        show.close()
        for _ in range(5):  # the loop's turns in which what was closed goes
            await asyncio.sleep(0)


async def first_of(path: Path) -> Said:
    async with aclosing(followed(path)) as line:
        return await anext(line)


async def test_what_a_show_says_arrives(runtime: dict[str, str]) -> None:
    async with speaking_in(made(runtime)) as show:
        assert show.path is not None
        async with aclosing(followed(show.path)) as line:
            assert await anext(line) == SAID
            for slide in (2, 3):
                show.say(replace(SAID, slide=slide))
                assert (await anext(line)).slide == slide
            show.close()
            with pytest.raises(GoneError):
                await anext(line)


async def test_folder_and_socket_are_closed_to_others(runtime: dict[str, str]) -> None:
    place = made(runtime)
    async with speaking_in(place) as show:
        assert show.path is not None
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert stat.S_IMODE(show.path.stat().st_mode) == 0o600
        assert list(place.iterdir()) == [show.path]
    assert list(place.iterdir()) == []


def test_a_folder_that_is_a_link_or_open_to_others_is_not_used(
    runtime: dict[str, str], tmp_path: Path
) -> None:
    first, second = places(runtime)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    first.symlink_to(elsewhere)
    with pytest.raises(LinkError, match="is no folder"):
        check(first)
    second.mkdir(mode=0o700)
    second.chmod(0o750)
    with pytest.raises(LinkError, match="open to other users"):
        check(second)
    with pytest.raises(LinkError, match="open to other users"):
        made(runtime)
    assert list(there(runtime)) == []
    assert list(elsewhere.iterdir()) == []


def test_a_folder_of_another_user_is_not_used(
    runtime: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = made(runtime)
    monkeypatch.setattr("os.getuid", lambda: os.geteuid() + 1)
    with pytest.raises(LinkError, match="another user's"):
        check(place)


def test_a_folder_that_others_can_change_for_another_is_not_used(runtime: dict[str, str]) -> None:
    place = made(runtime)
    place.parent.chmod(0o777)
    with pytest.raises(LinkError, match="lets other users change"):
        check(place)
    place.parent.chmod(0o1777)
    check(place)


async def test_shows_in_either_place_are_found_and_do_not_mix(runtime: dict[str, str]) -> None:
    other = replace(SAID, database="other.db", elapsed=5.0)
    async with speaking_in(made(runtime)), speaking_in(made({}), other):
        assert [show.said for show in await running(runtime)] == [other, SAID]
        assert [show.said for show in await running(runtime, "demo.db")] == [SAID]
        assert await running(runtime, "none.db") == []


async def test_what_dead_shows_left_is_removed(runtime: dict[str, str]) -> None:
    place = made(runtime)
    for name in ("show-1-dead", "new-show-999999999-dead"):
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(place / name))
    (place / "show-notes.txt").write_text("not a socket")
    async with speaking_in(place) as show:
        assert show.path is not None
        assert [found.path for found in await running(runtime)] == [show.path]
        assert {path.name for path in place.iterdir()} == {"show-notes.txt", show.path.name}


async def test_a_link_to_a_socket_is_not_followed(runtime: dict[str, str], tmp_path: Path) -> None:
    place = made(runtime)
    async with speaking_in(tmp_path) as show:
        assert show.path is not None
        (place / "show-link").symlink_to(show.path)
        assert await running(runtime) == []


async def test_another_user_gets_nothing_and_is_not_heard(
    runtime: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with speaking_in(made(runtime)) as show:
        assert show.path is not None
        with monkeypatch.context() as patched:
            patched.setattr(speaking, "is_same_user", lambda line: False)
            reader, writer = await asyncio.open_unix_connection(show.path)
            assert await reader.read() == b""
            writer.close()
        monkeypatch.setattr(listening, "is_same_user", lambda line: False)
        with pytest.raises(GoneError, match="another user's"):
            await first_of(show.path)


def test_the_user_at_the_other_end_is_told_by_the_system() -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert peer.is_same_user(one)
        assert peer._user(one) == os.getuid()


async def test_a_reader_that_reads_nothing_is_let_go(runtime: dict[str, str]) -> None:
    long = replace(SAID, notes=("n" * LONGEST_TEXT,) * 200)
    async with speaking_in(made(runtime)) as show:
        assert show.path is not None
        with socket.socket(socket.AF_UNIX) as slow:
            slow.connect(str(show.path))
            while not show._readers:
                await asyncio.sleep(0)
            (reader,) = show._readers
            said = 0
            while show._readers:
                show.say(long)
                said += 1
                assert len(reader.waiting) <= MOST_WAITING + len(line_of(long))
                await asyncio.sleep(0)
            assert said < 20


async def test_no_more_than_a_few_follow_and_none_has_anything_to_say(
    runtime: dict[str, str],
) -> None:
    async with speaking_in(made(runtime)) as show:
        assert show.path is not None
        lines = [await asyncio.open_unix_connection(show.path) for _ in range(MOST_READERS + 1)]
        heard = [await reader.readline() for reader, _ in lines]
        assert sorted(map(bool, heard)) == [False] + [True] * MOST_READERS
        for reader, writer in lines:
            writer.write(b"x")
            with suppress(ConnectionResetError):
                assert await reader.read() == b""
            writer.transport.abort()
        assert show._readers == set()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not JSON",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        msgspec.json.encode(SAID).replace(b"273", b"\\ud800"),
        msgspec.json.encode(msgspec.to_builtins(SAID) | {"seen": "cases"}),
        msgspec.json.encode(msgspec.to_builtins(SAID) | {"more": 1}),
        msgspec.json.encode(msgspec.to_builtins(SAID) | {"slide": -1}),
        msgspec.json.encode(msgspec.to_builtins(SAID) | {"elapsed": 1e300}),
        msgspec.json.encode(replace(SAID, sentence="x" * (LONGEST_TEXT + 1))),
        msgspec.json.encode(replace(SAID, notes=("",) * 201)),
        b" " * (MOST_BYTES + 1) + msgspec.json.encode(SAID),
    ],
)
def test_what_no_show_would_say_is_refused(line: bytes) -> None:
    with pytest.raises(NothingSaidError):
        said_in(line)


@pytest.mark.parametrize("line", [b"{}\n", b"x" * (2 * MOST_BYTES), b"half a line"])
async def test_a_writer_that_is_no_show_is_left(runtime: dict[str, str], line: bytes) -> None:
    path, done = made(runtime) / "show-0-hostile", asyncio.Event()

    async def hostile(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(line)
        writer.write_eof()
        with suppress(OSError):
            await reader.read()
        writer.transport.abort()
        done.set()

    server = await asyncio.start_unix_server(hostile, path)
    try:
        with pytest.raises(GoneError):
            await first_of(path)
        await done.wait()
        done.clear()
        assert await running(runtime) == []
        await done.wait()
    finally:
        server.close()


async def test_a_show_that_hangs_is_not_waited_for(
    runtime: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "FIRST_WORD", 0.01)
    place = made(runtime)
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(str(place / "show-0-hangs"))
        hanging.listen(1)
        async with speaking_in(place) as show:
            assert [found.path for found in await running(runtime)] == [show.path]


async def test_a_path_that_is_too_long_is_told_in_a_sentence(tmp_path: Path) -> None:
    deep = tmp_path / ("long" * 40)
    deep.mkdir()
    with pytest.raises(LinkError, match="cannot be made"):
        Speaking().open(deep)
    assert list(deep.iterdir()) == []
