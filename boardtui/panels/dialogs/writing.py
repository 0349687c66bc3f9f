"""The sheet that asks for the file that a screen is written to, or drawn in."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.words.wording import counted
from boardtui.panels.dialogs.rows import labelled
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import Chunk, Line, chunk, quiet, wrapped

PROMPT, KIND_PROMPT = "file ", "kind "


def writing_sheet(count: int, state: str, width: int, *, kinds: bool = False) -> Sheet:
    """What can be written of so many rows, by the end of the name that is typed.

    With `kinds`, by that end alone, where the board gives the name. `state` is where the file goes
    to, how far it is written, or why it is not.
    """
    return Sheet(
        "Write to a file",
        ((), *labelled(_kinds(count, "" if kinds else "name."), width)),
        key="w",
        head=((), (chunk(quiet(KIND_PROMPT if kinds else PROMPT)),)),
        foot=((), *wrapped([chunk(state)], width)),
        field=1,
    )


def _kinds(count: int, before: str) -> Iterator[tuple[str, Chunk]]:
    rows = counted(count, "rows") if count == 1 else f"all {counted(count, 'rows')}"
    yield f"{before}csv", chunk(quiet(f"{rows}, for a spreadsheet"))
    yield f"{before}txt", chunk(quiet("the same as text, for a reader"))
    yield f"{before}svg", chunk(quiet(f"a picture of what is in sight; or {before}png"))
    yield f"{before}svg 200x50", chunk(quiet("the same at another size, in columns and rows"))


def waiting_sheet(purpose: str, awaited: str, width: int) -> Sheet:
    """What is waited for, and what is done once it is there: "copied", "written"."""
    text = f"It is {purpose} as soon as it is there: {awaited}…"
    lines: tuple[Line, ...] = tuple(wrapped([chunk(text)], width))
    return Sheet("Still being worked out", lines)
