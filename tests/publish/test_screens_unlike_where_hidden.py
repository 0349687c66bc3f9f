"""What leaves the screens of a published file says nothing of what is hidden in it.

Of two files whose records differ in nothing but that, whatever is copied, written or told to a
show's presenter is one and the same; and of no case is anything told.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from boardtui.link.said import Said
from boardtui.screens.leading import presenting
from boardtui.screens.notes import notes_app
from tests.publish.test_readers import DAY
from tests.screens.drilling import write
from tests.screens.driving import opened, press, screen_text
from tests.screens.following import noting, until_seen
from tests.screens.showing import ask, place, showing
from tests.screens.test_show_followed import said

CASE = re.compile(r"\b(North|South|Quiet|Still)-\d")

SCREENS = {
    "board": (),
    "by unit": ("1", "tab", "tab"),
    "by risk": ("1",),
    "crossed": ("1", "tab", "tab", "x"),
    "then and now": ("c",),
    "what changed": ("f",),
    "month by month": ("m",),
    "forces": ("F",),
    "definition": ("1", "d"),
}
"""The keys that lead to each screen from the board."""


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows that tell their notes as soon as they can, and notes that look for them so."""
    monkeypatch.setattr(presenting, "BEFORE_TELLING", 0.001)
    monkeypatch.setattr(presenting, "AFTER_SHOWING", 0.001)
    monkeypatch.setattr(notes_app, "LOOK", 0.01)


async def left(file: Path, keys: tuple[str, ...], folder: Path) -> dict[str, str]:
    """What is seen of a screen, copied of it, and written of it as tables and as a picture."""
    folder.mkdir()
    async with opened(file, size=(160, 48)) as pilot:
        await press(pilot, *keys)
        found = {"seen": screen_text(pilot)}
        await press(pilot, "y")
        found["copied"] = pilot.app.clipboard
        assert found["copied"]
        for name in ("table.csv", "table.txt", "picture.svg") if keys[-1:] != ("d",) else ():
            await write(pilot, folder / name)
            found[name] = (folder / name).read_text("utf-8-sig")
    return {name: text.replace(str(file.parent), "") for name, text in found.items()}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=list(SCREENS))
async def test_what_is_copied_and_written_says_nothing_of_what_is_hidden(
    files: list[Path], keys: tuple[str, ...], tmp_path: Path
) -> None:
    one, other = [await left(file, keys, tmp_path / str(n)) for n, file in enumerate(files)]
    assert one == other
    assert not any(CASE.search(text) for text in one.values())


async def test_of_the_records_the_same_keys_say_both(pair: list[Path], tmp_path: Path) -> None:
    one, other = [
        await left(each, SCREENS["by unit"], tmp_path / str(n)) for n, each in enumerate(pair)
    ]
    assert [name for name in one if one[name] == other[name]] == []
    cases = await left(pair[0], (*SCREENS["by unit"], "enter"), tmp_path / "cases")
    assert [name for name, text in cases.items() if not CASE.search(text)] == []


async def heard(file: Path) -> list[tuple[Said, str]]:
    """What a show says of itself, and what its notes show of that, slide by slide and answering."""
    found = []
    async with showing(file, day=DAY.isoformat()) as pilot, noting() as notes:

        async def hear() -> None:
            of = replace(await said(pilot), database="", elapsed=0.0)
            text = await until_seen(notes, of.sentence[:20])
            found.append((of, re.sub(r".*since the start.*", "", text)))

        before = None
        while place(pilot) != before:
            before = place(pilot)
            await hear()
            await press(pilot, "space")
        await ask(pilot, "registered by unit")
        await hear()
    return found


async def test_the_notes_of_a_show_are_told_nothing_of_it(files: list[Path]) -> None:
    one, other = [await heard(file) for file in files]
    assert len(one) > 5
    assert one == other
    assert any(of.notes or of.likely for of, _ in one)
    assert not any(CASE.search(f"{of} {seen}") for of, seen in one)
