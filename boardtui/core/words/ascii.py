"""Text for a terminal without UTF-8: each character beyond ASCII by one that looks like it.

The one place for it. `as_ascii` keeps every character in its cell, so that what was laid out stays
so; `in_words` may take more, in lines of running text.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache

ASCII: Mapping[str, str] = {
    **dict.fromkeys("−–—‐‑‒―─━╌╍┄┅┈┉╴╶╸╺", "-"),
    **dict.fromkeys("│┃╎╏┆┇┊┋╵╷╹╻", "|"),
    **dict.fromkeys("═", "="),
    **dict.fromkeys("║", "|"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("←◀◁◂◃‹⇠⇐", "<"),
    **dict.fromkeys("→▶▷▸▹›⇢⇒⏎", ">"),
    **dict.fromkeys("↑▲△▴▵⇧⇑", "^"),
    **dict.fromkeys("↓▼▽▾▿⇩⇓", "v"),
    **dict.fromkeys("█■▪◼", "#"),
    **dict.fromkeys("▓", "%"),
    **dict.fromkeys("▒", "+"),
    **dict.fromkeys("▀▌▐▄▚▞▙▛▜▟", "="),
    **dict.fromkeys("▊▉▋▆▇▅", "+"),
    **dict.fromkeys("▍▎▏▃▂▁░▖▗▘▝▔▕", "."),
    **dict.fromkeys("●⬤•", "*"),
    **dict.fromkeys("◆", "+"),
    **dict.fromkeys("○◇◦", "o"),
    **dict.fromkeys("∙⋅·‧", "-"),
    "≈": "~",
    "…": "~",
    "≤": "<",
    "≥": ">",
    "≠": "!",
    "±": "+",
    "×": "x",
    "÷": "/",
    "†": "r",
    "‡": "r",
    "✓": "y",
    "✗": "x",
    "⌃": "^",
    "\ufffd": "?",
}
"""The character for each that the program itself draws; of the rest, a letter's own base."""

LONGER: Mapping[str, str] = {"…": "...", "≈": "about ", "≤": "<=", "≥": ">=", "→": "->", "←": "<-"}
"""What says it better where there is room for more than one character."""

UNKNOWN = "?"


def as_ascii(text: str) -> str:
    """Text in ASCII, character for character: `UNKNOWN` for one that looks like none."""
    return text if text.isascii() else "".join(map(_one, text))


def in_words(text: str) -> str:
    """Text in ASCII, where it may become longer."""
    return "".join(LONGER.get(character) or _one(character) for character in text)


def _one(character: str) -> str:
    if character.isascii():
        return character
    found = ASCII.get(character)
    if found is not None:
        return found
    if "\u2500" <= character <= "\u257f":
        return "+"  # where lines meet
    from unicodedata import category, normalize

    if category(character) == "Zs":
        return " "
    base = normalize("NFKD", character)[0]
    return base if base.isascii() else UNKNOWN


def speaks_utf8(environment: Mapping[str, str], *, coerced: bool) -> bool:
    """Whether the terminal's locale says that it takes UTF-8; one that says nothing may.

    `coerced`: Python found the locale C or none, and may have put C.UTF-8 in its place for itself.
    """
    chosen = [environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if coerced and chosen[1] == "C.UTF-8":
        chosen[1] = ""
    name = next(filter(None, chosen), "UTF-8")
    return "UTF8" in name.upper().replace("-", "")


@cache
def here_utf8() -> bool:
    """Whether the locale of this process takes UTF-8."""
    return speaks_utf8(os.environ, coerced=bool(sys.flags.utf8_mode))


def in_locale(text: str) -> str:
    """Running text as the locale of this process takes it."""
    return text if text.isascii() or here_utf8() else in_words(text)
