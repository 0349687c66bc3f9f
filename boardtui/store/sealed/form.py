"""The canonical form of what is sealed, and its digests.

A table's rows are put in order, and each column's values, in that order, are written as JSON texts
with a comma behind each: UTF-8, no white space, null where there is none, days as ISO texts, whole
numbers as such, other numbers as the shortest text that is read as the same number. Each column
has the SHA-256 of that; a table has that of its name, its number of rows and its columns' digests;
a seal that of whose it is and its tables' digests. Nothing of it depends on the kind of database,
on ids, or on the order in which rows were stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from hashlib import sha256

from msgspec import Struct, json

FORM = "1"
"""The version of the form, which stands before each digest made by it."""

Value = str | int | float | date | None


class Kind(Enum):
    """What a column's values are, whatever a database gives for them."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole number"
    NUMBER = "number"


class PartDigest(Struct, frozen=True):
    """The digest of one table's rows, and how many those are."""

    rows: int
    digest: str


class Digesting:
    """The digest of a table's rows, which come in the canonical order, as many at a time as like.

    `columns` are the names of the columns, each with the kind of its values.
    """

    def __init__(self, part: str, columns: Mapping[str, Kind]) -> None:
        self._part = part
        self._kinds = list(columns.values())
        self._hashes = {name: sha256() for name in columns}
        self._rows = 0

    def add(self, rows: Sequence[Sequence[Value]]) -> None:
        """Take in the rows that come next."""
        for values, kind, digest in zip(
            zip(*rows, strict=True), self._kinds, self._hashes.values(), strict=bool(rows)
        ):
            digest.update(encoded(kind, values))
        self._rows += len(rows)

    def add_column(self, name: str, written: bytes) -> None:
        """Take in what comes next of one column, in its canonical form."""
        self._hashes[name].update(written)

    def done(self, rows: int | None = None) -> PartDigest:
        """The digest; `rows` is how many there were, where they came column by column."""
        number = self._rows if rows is None else rows
        columns = [[name, each.hexdigest()] for name, each in self._hashes.items()]
        return PartDigest(number, digest_of([self._part, number, columns]))


def encoded(kind: Kind, values: Sequence[Value]) -> bytes:
    """Values of a column in their canonical form, each with its comma."""
    if not values:
        return b""
    return json.encode(values if kind in _AS_THEY_ARE else _plain(kind, values))[1:-1] + b","


_AS_THEY_ARE = (Kind.TEXT, Kind.DAY)
"""The kinds whose values are written as msgspec writes them: days as ISO texts."""


_SPELT: Mapping[Kind, Callable[[Value], object]] = {
    Kind.WHOLE: lambda value: int(value) if isinstance(value, bool) else value,
    Kind.NUMBER: lambda value: _number(value),
}


def _plain(kind: Kind, values: Sequence[Value]) -> Sequence[object]:
    """What is written of values that are no texts; each of them is spelt once."""
    spelt = {value: _SPELT[kind](value) for value in set(values)}
    return [spelt[value] for value in values]


def _number(value: Value) -> object:
    """A number as a text, zero without a sign; a text as something that no number is written as."""
    if isinstance(value, int | float):
        return repr(float(value) + 0.0)
    return value if value is None else [str(value)]


def digest_of(what: object) -> str:
    """The digest of a list of texts, numbers and lists, with the version of the form."""
    return f"{FORM}:{sha256(json.encode([FORM, what])).hexdigest()}"


def seal_of(force: str, day: str | None, parts: Iterable[tuple[str, PartDigest]]) -> str:
    """The seal of what is stored of a force's day; of what was published of it, without a day."""
    listed = [[name, part.rows, part.digest] for name, part in sorted(parts)]
    return digest_of([force, day, listed])
