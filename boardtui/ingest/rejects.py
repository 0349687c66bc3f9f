"""The file of refused rows: one line for each fault, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from boardtui.core.words.shown import spelt
from boardtui.core.words.spreadsheet import harmless
from boardtui.ingest.faults import Faults, IngestFailedError, IngestUsageError
from boardtui.ingest.request import IngestRequest
from boardtui.process.new_file import new_file
from boardtui.store.connection.sqlite_file import SUFFIXES, beside, kind_of_file

COLUMNS = ("file", "row", "column", "value", "expected")


def see_rejects(request: IngestRequest) -> None:
    """See that the file of rejects can be one, and is none of those that are read or written.

    One of an earlier try may be written anew, and no other file.

    Raises:
        IngestUsageError: it is no file, one of those under whatever name, or another that is there.
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
    if mine.is_symlink():
        raise IngestUsageError(f"--rejects takes a file, and {mine} is a link: name another.")
    if not _may_be_written(mine):
        raise IngestUsageError(
            f"--rejects would overwrite {mine}, which is no list of rejects: name another file."
        )


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


def _may_be_written(path: Path) -> bool:
    """Whether there is no file of a name, or one with nothing in it, or with rejects."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            first = file.readline(100)
    except OSError:
        return True  # There is none yet, or writing it will say what is wrong.
    return first.strip() in ("", ",".join(COLUMNS))


def write_rejects(path: Path, faults: Faults) -> None:
    """Write every fault.

    Raises:
        IngestFailedError: the file cannot be written.
    """
    try:
        with new_file(path, again=True) as file:
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
