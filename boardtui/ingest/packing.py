"""What was read of files as few bytes, to be sent from one process to another, and to be kept.

A column is sent by the places of its rows among its distinct texts, in as few bytes as those need.
Texts that are their own values are sent once, and days are read of their texts again.
"""

from __future__ import annotations

import pickle
import zlib
from copyreg import dispatch_table
from datetime import date
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import astuple, replace

from boardtui.ingest.coded import Coded, Rows
from boardtui.ingest.day_values import parse_day
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.values import Wrong

Extracts = dict[str, Extract]
"""The files of a request as they were read, by their kind."""

LEVEL = 1
"""How hard it is tried to make it smaller: the quickest way gets most of it."""

Numbers = npt.NDArray[np.integer[Any]]
Made = tuple[Any, tuple[Any, ...]]
"""What makes a value again, and of what."""


class Packed(Struct, frozen=True):
    """Files as they were read, and by itself what is said of them without their values."""

    told: bytes
    whole: bytes

    def __len__(self) -> int:
        return len(self.told) + len(self.whole)


def packed(extracts: Extracts) -> Packed:
    """Files as they were read; what is odd or wrong in them with its own values alone."""
    kept = {
        kind: replace(
            extract,
            faults=[group.kept() for group in extract.faults],
            doubts=[group.kept() for group in extract.doubts],
        )
        for kind, extract in extracts.items()
    }
    return Packed(*(_packed(each) for each in ({k: told(e) for k, e in kept.items()}, kept)))


def told(extract: Extract) -> Extract:
    """What is said of a file, without its values but for the names of units."""
    columns = {
        name: Column(Coded(np.zeros(0, dtype=np.int32), []), list(column.values))
        for name, column in extract.columns.items()
        if name == "unit"
    }
    return replace(extract, rows=_NO_ROWS, columns=columns)


def unpacked(found: bytes) -> Extracts:
    """What was packed, by a process of the same program."""
    extracts: Extracts = pickle.loads(zlib.decompress(found))
    return extracts


def _packed(extracts: Extracts) -> bytes:
    buffer = BytesIO()
    _Packer(buffer, pickle.HIGHEST_PROTOCOL).dump(extracts)
    return zlib.compress(buffer.getbuffer(), LEVEL)


def _of_extract(extract: Extract) -> Made:
    # The rows' numbers mostly follow each other, and by their steps hardly need a byte.
    steps = np.diff(extract.rows, prepend=0)
    return _extract, (*_narrow(steps), astuple(replace(extract, rows=_NO_ROWS)))


def _extract(kind: str, steps: bytes, rest: tuple[Any, ...]) -> Extract:
    rows: Rows = np.cumsum(np.frombuffer(steps, kind), dtype=np.int64)
    return replace(Extract(*rest), rows=rows)


_NO_ROWS: Rows = np.zeros(0, dtype=np.int64)


def _of_coded(coded: Coded) -> Made:
    return _coded, (*_narrow(coded.codes), coded.texts, coded.wrong)


def _coded(kind: str, codes: bytes, texts: list[str], wrong: dict[int, str]) -> Coded:
    return Coded(np.frombuffer(codes, kind).astype(np.int32), texts, wrong)


def _of_column(column: Column) -> Made:
    coded, values = column.coded, column.values
    if values == coded.texts:
        return _texts, (coded,)
    if values == _parsed(coded.texts):
        return _days, (coded,)
    return Column, (coded, values)


def _texts(coded: Coded) -> Column:
    return Column(coded, list(coded.texts))


def _days(coded: Coded) -> Column:
    days: list[Any] = _parsed(coded.texts)
    return Column(coded, days)


def _parsed(texts: list[str]) -> list[date | Wrong | None]:
    """The days that texts name; a blank is none."""
    found: list[date | Wrong | None] = list(map(parse_day, texts))
    if "" in texts:
        found[texts.index("")] = None
    return found


def _narrow(numbers: Numbers) -> tuple[str, bytes]:
    """Numbers in as few bytes as they need, and of which kind those are."""
    ends = np.min_scalar_type(numbers.min(initial=0)), np.min_scalar_type(numbers.max(initial=0))
    kind = np.promote_types(*ends)
    return kind.str, numbers.astype(kind).tobytes()


class _Packer(pickle.Pickler):
    """Writes columns in as few bytes as they need."""

    dispatch_table = {  # noqa: RUF012
        **dispatch_table,
        Extract: _of_extract,
        Coded: _of_coded,
        Column: _of_column,
    }
