"""The file of refused rows: one line for each fault, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from boardtui.core.words.shown import spelt
from boardtui.core.words.spreadsheet import harmless
from boardtui.ingest.faults import Faults, IngestFailedError, IngestUsageError
from boardtui.ingest.request import IngestRequest
from boardtui.store.connection.sqlite_file import SUFFIXES, beside, kind_of_file

COLUMNS = ("file", "row", "column", "value", "expected")


def see_rejects(request: IngestRequest) -> None:
    """See that the file of rejects can be one, and is none of those that are read or written.

    Raises:
        IngestUsageError: it is no file, or one of those under whatever name.
    """
    mine = request.rejects
    if mine is None:
        return
    try:
        other = kind_of_file(mine)
    except OSError:
        other = None  # There is none yet, or writing it will say what is wrong.
    if other is not None:
        raise IngestUsageError(f"--rejects takes a file, and {mine} is {other}.")
    database = Path(request.database)
    beside_it = (beside(database, suffix) for suffix in SUFFIXES)
    for theirs in (*request.files.values(), database, *beside_it):
        if _same(mine, theirs):
            raise IngestUsageError(f"--rejects would overwrite {theirs}: name another file.")


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are or would be one file, also by links or in capital letters."""
    try:
        return one.samefile(other)
    except OSError:
        pass
    one, other = Path(os.path.realpath(one)), Path(os.path.realpath(other))
    if one.name.casefold() != other.name.casefold():
        return False
    try:
        return one.parent.samefile(other.parent)
    except OSError:
        return one.parent == other.parent


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def write_rejects(path: Path, faults: Faults) -> None:
    """Write every fault.

    Raises:
        IngestFailedError: the file cannot be written.
    """
    try:
        with open(path, "w", encoding="utf-8", newline="", opener=_for_its_owner) as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for each in faults:
                texts = (each.column or "", spelt(each.value or ""), each.expected)
                writer.writerow((harmless(each.file), each.row, *map(harmless, texts)))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise IngestFailedError(
            f"{path} cannot be written: {why}. The database is as it was."
        ) from error
