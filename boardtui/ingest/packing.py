"""What was read of files as few bytes, to be sent from one process to another, and to be kept.

A column is sent by the places of its rows among its distinct texts, in as few bytes as those have;
days by their numbers, from which their texts are made again where they were written as such.
"""

from __future__ import annotations

import pickle
import zlib
from copyreg import dispatch_table
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec.structs import astuple, replace

from boardtui.ingest.coded import Coded, Rows
from boardtui.ingest.day_values import REMEMBERED
from boardtui.ingest.extract import Column, Extract

Extracts = dict[str, Extract]
"""The files of a request as they were read, by their kind."""

LEVEL = 1
"""How hard it is tried to make it smaller: the quickest way gets most of it."""

Numbers = npt.NDArray[np.integer[Any]]
Made = tuple[Any, tuple[Any, ...]]
"""What makes a value again, and of what."""


def packed(extracts: Extracts) -> bytes:
    """Files as they were read; what is odd or wrong in them with its own values alone."""
    buffer = BytesIO()
    _Packer(buffer, pickle.HIGHEST_PROTOCOL).dump(
        {
            kind: replace(
                extract,
                faults=[group.kept() for group in extract.faults],
                doubts=[group.kept() for group in extract.doubts],
            )
            for kind, extract in extracts.items()
        }
    )
    return zlib.compress(buffer.getbuffer(), LEVEL)


def unpacked(found: bytes) -> Extracts:
    """What was packed, by a process of the same program."""
    extracts: Extracts = pickle.loads(zlib.decompress(found))
    return extracts


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
    if not _DAYS.issuperset(map(type, values)):
        return Column, (coded, values)
    days = [value.toordinal() if isinstance(value, date) else 0 for value in values]
    narrow = _narrow(np.array(days, dtype=np.int32))
    if not coded.wrong and coded.texts == [text for _, text in map(_day, days)]:
        return _days_as_written, (*_narrow(coded.codes), *narrow)
    return _days, (coded, *narrow)


_DAYS = {date, type(None)}


def _texts(coded: Coded) -> Column:
    return Column(coded, list(coded.texts))


def _days(coded: Coded, kind: str, days: bytes) -> Column:
    return Column(coded, [_day(day)[0] for day in np.frombuffer(days, kind).tolist()])


def _days_as_written(kind: str, codes: bytes, kind_of_days: str, days: bytes) -> Column:
    both = [_day(day) for day in np.frombuffer(days, kind_of_days).tolist()]
    return Column(_coded(kind, codes, [text for _, text in both], {}), [day for day, _ in both])


@lru_cache(REMEMBERED)
def _day(number: int) -> tuple[date | None, str]:
    """A day by its number, and as it is written."""
    day = date.fromordinal(number) if number else None
    return day, "" if day is None else str(day)


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
