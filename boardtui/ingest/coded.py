"""A column as its distinct texts and, for each row, the place of its text among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field

Codes = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Coded(Struct, frozen=True):
    """`texts[codes[i]]` is the text of row i, white space at its ends removed; "" is a blank.

    A text at a place of `wrong` is none that its column may hold, whatever it reads: a cell of a
    spreadsheet that shows an error, say. `wrong` has what was expected there.
    """

    codes: Codes
    texts: list[str]
    wrong: Mapping[int, str] = field(default_factory=dict)

    def where(self, chosen: Iterable[int]) -> Mask:
        """The rows whose text is at one of the chosen places."""
        wanted = np.zeros(len(self.texts), dtype=np.bool_)
        wanted[list(chosen)] = True
        mask: Mask = wanted[self.codes]
        return mask

    @property
    def blank(self) -> Mask:
        return self.where([self.texts.index("")] if "" in self.texts else [])

    def kept(self, rows: Mask) -> Coded:
        return Coded(self.codes[rows], self.texts, self.wrong)


class Coder:
    """Gathers a column, part by part."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._parts: list[Codes] = []

    def add(self, codes: npt.NDArray[np.integer], texts: Sequence[str]) -> None:
        """Take in a part that is coded by its own distinct texts."""
        stripped = list(map(str.strip, texts))
        if not self._parts and len(found := dict.fromkeys(stripped)) == len(stripped):
            self._places = dict(zip(found, range(len(found)), strict=True))
            self._parts.append(codes.astype(np.int32, copy=False))
            return
        places = self._places
        mine = np.fromiter(
            (places.setdefault(text, len(places)) for text in stripped),
            dtype=np.int32,
            count=len(texts),
        )
        self._parts.append(mine[codes] if len(texts) else np.zeros(0, dtype=np.int32))

    def finish(self) -> Coded:
        codes = np.concatenate(self._parts) if self._parts else np.zeros(0, dtype=np.int32)
        return Coded(codes, list(self._places))


class RawTable(Struct, frozen=True):
    """A file's wanted columns as text.

    `columns` goes by our names, `called` gives the file's own name of each. `rows` are the row
    numbers as a spreadsheet counts them.
    """

    columns: dict[str, Coded]
    called: dict[str, str]
    rows: Rows

    def kept(self, rows: Mask) -> RawTable:
        columns = {name: column.kept(rows) for name, column in self.columns.items()}
        return RawTable(columns, self.called, self.rows[rows])

    def without_blank_rows(self) -> RawTable:
        """Rows in which nothing is filled in are no rows: spreadsheets often trail some."""
        blank = np.ones(len(self.rows), dtype=np.bool_)
        for column in self.columns.values():
            blank &= column.blank
            if not blank.any():
                return self
        return self.kept(~blank)
