"""The name of a picture's file as it is typed, with its size: board.png 120x36."""

from __future__ import annotations

import re

from msgspec import Struct

KINDS = (".svg", ".png")
"""How the names of pictures end."""

LEAST, MOST = (40, 20), (400, 200)
"""The columns and rows of the smallest picture that says something, and of the largest."""

_TYPED = re.compile(r"(?P<name>.*\.(?:svg|png))(?P<size>\s.*)?", re.IGNORECASE)
_SIZE = re.compile(r"\s+(\d{1,4})\s*[x×]\s*(\d{1,4})", re.IGNORECASE)


class SizeError(ValueError):
    """A size that no picture has; its text is a sentence for who typed it."""


class Named(Struct, frozen=True):
    """A picture that is asked for: its file, and its columns and rows."""

    name: str
    columns: int
    rows: int

    @property
    def words(self) -> str:
        return f"a picture of {self.columns} columns by {self.rows} rows"


def named(typed: str, screen: tuple[int, int]) -> Named | None:
    """The picture that is asked for; None where what is typed names a file of another kind.

    Without a size it is the screen's, or the least.

    Raises:
        SizeError: what follows the name is no size, or one that no picture has.
    """
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    name, size = found["name"], found["size"]
    if size is None:
        return Named(name, *(max(pair) for pair in zip(screen, LEAST, strict=True)))
    numbers = _SIZE.fullmatch(size)
    if numbers is None:
        raise SizeError(f"{size.strip()} is no size: say columns and rows, {name} 120x36")
    columns, rows = map(int, numbers.groups())
    if not (LEAST[0] <= columns <= MOST[0] and LEAST[1] <= rows <= MOST[1]):
        least, most = ("x".join(map(str, size)) for size in (LEAST, MOST))
        raise SizeError(f"a picture is {least} to {most}, and not {columns}x{rows}")
    return Named(name, columns, rows)
