"""Notes in a second terminal: they follow one show, wait for it, and believe nothing of it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.core.words.shown import is_obeyed
from boardtui.link.folder import made
from boardtui.link.said import LONGEST_TEXT, Likely
from boardtui.screens.dialogs.helping import Helping
from boardtui.screens.notes import notes_app
from tests.screens.driving import screen_text, send
from tests.screens.following import SAID, noting, of, speaking, until, until_seen


@pytest.fixture(autouse=True)
def looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes that look for shows as soon as they can."""
    monkeypatch.setattr(notes_app, "LOOK", 0.01)


async def test_they_wait_for_a_show_and_follow_it() -> None:
    async with noting() as pilot:
        await until_seen(pilot, "No show is running.")
        async with speaking() as show:
            text = await until_seen(pilot, "273 visits are overdue.")
            for words in (
                *("Exampleshire  SYNTHETIC", "slide 3 of 9", "2 minutes since the start"),
                *("Say who was visited.", "Then wait.", "next  41 of them are at high risk."),
                *("Likely to be asked", "Overdue assessments  148  −3"),
            ):
                assert words in text
            show.say(replace(SAID, slide=4, step=2, steps=7, sentence="41 of them.", following=""))
            text = await until_seen(pilot, "slide 4 of 9, part 2 of 7")
            assert "41 of them." in text
            assert "This is the last slide." in text
            show.say(replace(SAID, seen="black"))
            await until_seen(pilot, "the room sees a black screen")
            show.say(replace(SAID, seen="answer", asked="Overdue visits by unit"))
            await until_seen(pilot, "answering: Overdue visits by unit")


async def test_when_the_show_ends_they_wait_for_the_next_of_the_same() -> None:
    async with noting() as pilot:
        async with speaking():
            await until_seen(pilot, "slide 3 of 9")
        await until_seen(pilot, "The show has ended.")
        async with speaking(replace(SAID, slide=1)):
            await until_seen(pilot, "slide 1 of 9")


async def test_another_show_does_not_take_its_place() -> None:
    same = replace(SAID, slide=7)
    async with speaking(of("other.db", slide=5)), noting("/srv/demo.db") as pilot:
        await until_seen(pilot, "No show is running.")
        async with speaking():
            await until_seen(pilot, "slide 3 of 9")
            async with speaking(same):
                await asyncio.sleep(0)
                assert "slide 3 of 9" in screen_text(pilot)
    async with noting() as pilot, speaking() as first:
        await until_seen(pilot, "slide 3 of 9")
        async with speaking(same):
            first.close()
            await until_seen(pilot, "Another show runs: o chooses it.")
            send(pilot, "o", "enter")
            await until_seen(pilot, "slide 7 of 9")


async def test_where_several_run_they_ask_which_and_two_do_not_mix() -> None:
    other = of("other.db", force="Sampleshire", slide=5, elapsed=10.0)
    async with speaking() as mine, speaking(other) as theirs, noting() as pilot:
        text = await until_seen(pilot, "Follow which show?")
        assert "Exampleshire, 17 Jan 2024" in text
        assert "Sampleshire, 17 Jan 2024" in text
        send(pilot, "down", "enter")
        await until_seen(pilot, "slide 5 of 9")
        for slide in (6, 7, 8):
            mine.say(replace(SAID, slide=slide))
            theirs.say(replace(other, sentence=f"Theirs {slide}."))
            text = await until_seen(pilot, f"Theirs {slide}.")
            assert "Sampleshire" in text
            assert f"slide {slide}" not in text
        send(pilot, "o")
        await until_seen(pilot, "Follow which show?")
        send(pilot, "up", "enter")
        await until_seen(pilot, "slide 8 of 9")


async def test_long_notes_are_scrolled_and_begin_anew_with_each_slide() -> None:
    long = replace(SAID, notes=tuple(f"Note {number}." for number in range(60)), likely=())
    async with speaking(long) as show, noting() as pilot:
        await until_seen(pilot, "Note 0.")
        send(pilot, "pagedown")
        await until(pilot, lambda: "Note 0." not in screen_text(pilot), "the second page")
        send(pilot, "end")
        await until_seen(pilot, "Note 59.")
        send(pilot, "question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, Helping), "help")
        assert "find" not in await until_seen(pilot, "Keys: notes")
        send(pilot, "escape")
        show.say(replace(long, slide=4))
        await until_seen(pilot, "Note 0.")


HOSTILE = "\x1b]0;owned\x07\x1b[31m[bold]x[/bold]\u202e\u200f\x9b2J" + "漢" * 200


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (10, 3)])
async def test_hostile_text_is_shown_and_never_obeyed(size: tuple[int, int]) -> None:
    hostile = replace(
        SAID,
        force=HOSTILE,
        day=HOSTILE,
        sentence=HOSTILE,
        asked=HOSTILE,
        following=HOSTILE,
        notes=(HOSTILE, "x" * LONGEST_TEXT),
        likely=(Likely(HOSTILE, HOSTILE, HOSTILE),),
    )
    async with speaking(hostile) as show, noting(size=size) as pilot:
        await until(pilot, lambda: "�" in screen_text(pilot), "the mark")
        rows = pilot.app.screen._compositor.render_strips()
        assert all(row.cell_length == size[0] for row in rows)
        assert not any(is_obeyed(c) for row in rows for c in row.text)
        assert "[bold]" in screen_text(pilot) or size[0] < 80
        show.say(SAID)
        await until(pilot, lambda: "�" not in screen_text(pilot), "plain words")


@pytest.mark.parametrize(
    "line", [b"{}\n", b'{"database": 1}\n', b"\xff\n", b"x" * 2_000_000, b"", b'{"half": ']
)
async def test_a_writer_that_is_no_show_is_not_followed(line: bytes) -> None:
    async def hostile(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.set()
        handling.append(asyncio.current_task())
        try:
            writer.write(line)
            writer.write_eof()
            await reader.read()
        except OSError:
            pass
        finally:
            writer.transport.abort()

    came = asyncio.Event()
    handling: list[asyncio.Task[None] | None] = []
    server = await asyncio.start_unix_server(hostile, made(os.environ) / "show-0-hostile")
    try:
        async with noting() as pilot:
            await came.wait()
            await until_seen(pilot, "No show is running.")
            async with speaking():
                await until_seen(pilot, "slide 3 of 9")
    finally:
        server.close()
        await server.wait_closed()
        # The notes ask again and again: the last of them may be on its way still.
        await asyncio.gather(*filter(None, handling), return_exceptions=True)


async def test_a_show_that_begins_to_lie_is_left() -> None:
    async with noting() as pilot, speaking() as show:
        await until_seen(pilot, "slide 3 of 9")
        for reader in list(show._readers):
            reader.tell(b'{"slide": "x"}\n')
        await until_seen(pilot, "The show has ended.")


async def test_why_no_show_can_be_followed_is_told(tmp_path: Path) -> None:
    made(os.environ).chmod(0o755)
    async with noting() as pilot:
        text = await until_seen(pilot, "is open to other users")
        assert "chmod 700" in text
