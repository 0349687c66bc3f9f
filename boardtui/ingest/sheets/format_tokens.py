"""A number format, such as `[Red]"EX-"00000;@`, taken apart into its sections and their marks.

The grammar is that of ECMA-376, part 1, 18.8.31 (numFmts).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.?)
    | _(?P<space>.?)
    | \*(?P<fill>.?)
    | \[(?P<bracket>[^\]]*)\]?
    | (?P<general>General)
    | (?P<noon>AM/PM|A/P)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CONDITION = re.compile(r"[<>=]")


class Token(NamedTuple):
    """A part of a format.

    `kind` is "literal" (text that is shown), "mark" (one character with a meaning, such as 0 or
    y), "general", "noon", "elapsed" or "condition".
    """

    kind: str
    text: str


Section = tuple[Token, ...]


def sections(code: str) -> list[Section]:
    """A format's sections, which semicolons separate."""
    found: list[list[Token]] = [[]]
    for match in _TOKEN.finditer(code):
        if match["mark"] == ";":
            found.append([])
        elif (token := _token(match)) is not None:
            found[-1].append(token)
    return [tuple(section) for section in found]


def _token(match: re.Match[str]) -> Token | None:
    kind, text = match.lastgroup, match[match.lastgroup or 0]
    match kind:
        case "quoted" | "escaped":
            return Token("literal", text)
        case "space":
            return Token("literal", " ")
        case "fill":
            return None
        case "bracket":
            return _bracket(text)
        case "mark" if text in " $-+():'£€":
            return Token("literal", text)
        case _:
            return Token(str(kind), text)


def _bracket(text: str) -> Token | None:
    """What stands in brackets: a currency, an hour that runs on, a condition, or a colour."""
    if text.startswith("$"):
        return Token("literal", text[1:].partition("-")[0])
    if _ELAPSED.fullmatch(text):
        return Token("elapsed", text)
    if _CONDITION.match(text):
        return Token("condition", text)
    return None
