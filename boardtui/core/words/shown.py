"""The one way from data to a terminal: text with nothing in it that a terminal would obey.

Ingest refuses such text, but a database can come from elsewhere. Whatever is drawn, printed,
copied or written as text passes here.
"""

from __future__ import annotations

_PLAIN = frozenset(
    chr(code)
    for first, last in (
        *((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0xFF), (0x2010, 0x2027), (0x2030, 0x203A)),
        *((0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2248), (0x2500, 0x25CF)),
    )
    for code in range(first, last + 1)
)
"""Characters that are shown as they are, each in one cell: nearly all there are in our texts.

There are more, which are looked up where they come: each that stands here is made at every launch.
"""

MARK = "\ufffd"
"""What stands for a character that is not shown: "�"."""


def is_plain(text: str) -> bool:
    """Whether text is shown as it is, a cell a character, as is known without looking any up."""
    return (text.isascii() and text.isprintable()) or _PLAIN.issuperset(text)


def shown(text: str) -> str:
    """Text as it may stand on a terminal, on one line: a mark for each character that may not.

    A line's end and a tab become a blank. What only asks for a picture in place of the character
    before it is left out.
    """
    return text if is_plain(text) else "".join(map(_shown, text))


def spelt(text: str) -> str:
    r"""Text with the code of each character that cannot be seen: "\x1b", and "\xa0" for a blank."""
    if is_plain(text):
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def escaped(json_text: str) -> str:
    r"""JSON with each character that may not stand on a terminal as JSON spells it: "\u001b"."""
    if is_plain(json_text):
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
