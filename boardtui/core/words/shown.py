"""The one way from data to a terminal: text with nothing in it that a terminal would obey.

Ingest refuses such text, but a database can come from elsewhere. Whatever is drawn, printed,
copied or written as text passes here.
"""

from __future__ import annotations

import re

PLAIN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203a\u2190-\u2193\u2212\u2248"
    "\u2500-\u25fc]*"
)
"""Text that is shown as it is: nearly all there is, and known without looking characters up."""

MARK = "\ufffd"
"""What stands for a character that is not shown: "�"."""


def shown(text: str) -> str:
    """Text as it may stand on a terminal, on one line: a mark for each character that may not.

    A line's end and a tab become a blank. What only asks for a picture in place of the character
    before it is left out.
    """
    return text if PLAIN.fullmatch(text) else "".join(map(_shown, text))


def spelt(text: str) -> str:
    r"""Text with the code of each character that cannot be seen: "\x1b", and "\xa0" for a blank."""
    if PLAIN.fullmatch(text):
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def escaped(json_text: str) -> str:
    r"""JSON with each character that may not stand on a terminal as JSON spells it: "\u001b"."""
    if PLAIN.fullmatch(json_text):
        return json_text
    from json import dumps

    return "".join(dumps(c)[1:-1] if is_obeyed(c) else c for c in json_text)


def is_obeyed(character: str) -> bool:
    """Whether a character can move, hide or reverse its neighbours, or has no agreed width."""
    if character.isprintable():
        return False
    from unicodedata import category

    return category(character) != "Zs"  # a wide or a narrow blank


def _shown(character: str) -> str:
    if character in "\n\t":
        return " "
    if "\ufe00" <= character <= "\ufe0f":
        return ""
    return MARK if is_obeyed(character) else character
