"""The file of refused rows: one line for each fault, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

from boardtui.core.shown import spelt
from boardtui.core.spreadsheet import harmless
from boardtui.ingest.faults import Faults, IngestFailedError, IngestUsageError
from boardtui.ingest.request import IngestRequest

COLUMNS = ("file", "row", "column", "value", "expected")


def see_rejects(request: IngestRequest) -> None:
    """See that the file of rejects is none of those that are read.

    Raises:
        IngestUsageError: it is.
    """
    if request.rejects is None:
        return
    mine = request.rejects.resolve()
    if mine in {path.resolve() for path in (*request.files.values(), Path(request.database))}:
        raise IngestUsageError(f"--rejects would overwrite {request.rejects}: name another file.")


def write_rejects(path: Path, faults: Faults) -> None:
    """Write every fault.

    Raises:
        IngestFailedError: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
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
