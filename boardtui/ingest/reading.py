"""Reading an extract file, CSV or a spreadsheet."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from boardtui.ingest.coded import RawTable
from boardtui.ingest.columns import FIELDS
from boardtui.ingest.csv import reading as csv_reading
from boardtui.ingest.csv.delimiter import DELIMITERS, read_names
from boardtui.ingest.csv.scan import scan
from boardtui.ingest.csv.text import PIECE, read_text
from boardtui.ingest.extract import Extract, take
from boardtui.ingest.faults import of_file
from boardtui.ingest.header import Columns, Header
from boardtui.ingest.limits import Limits
from boardtui.ingest.personal.refusing import Looking
from boardtui.ingest.pseudonyms.references import Pseudonyms
from boardtui.ingest.recognising import (
    OLD_SHEET_SUFFIXES,
    SHEET_SUFFIXES,
    see_old_spreadsheet,
    see_spreadsheet,
    see_text,
)
from boardtui.ingest.request import ExtractSettings, Progress
from boardtui.ingest.sheets.archive import MEGABYTE, Archive
from boardtui.ingest.sheets.choosing import Asked, Choice, opened
from boardtui.ingest.unreadable import UnreadableFileError


def read_extract(
    kind: str,
    path: Path,
    looking: Looking,
    settings: ExtractSettings,
    progress: Progress,
    sheet: str | None = None,
    pseudonyms: Pseudonyms | None = None,
) -> Extract:
    """Read a file; whatever is wrong with it stands in the extract's faults.

    `sheet` is the name of the sheet to read of a spreadsheet; with `pseudonyms` references are
    replaced before anything is seen of them.
    """
    extract = Extract(kind, path)

    def told(stage: str, done: int, total: int | None) -> None:
        progress(f"{stage} {kind}", done, total)

    try:
        table = _read(extract, settings, told, sheet)
    except UnreadableFileError as error:
        extract.refuse(f"it {error}")
    except OSError as error:
        extract.refuse(_why(error))
    else:
        if table is not None and pseudonyms is not None:
            table = pseudonyms.replaced(kind, table)
            extract.marks = pseudonyms.marks(table)
            if extract.marks:
                extract.notes.append(
                    "is stored with pseudonyms in place of its references, under the key "
                    f"{pseudonyms.key.fingerprint}"
                )
        if table is not None:
            take(extract, table, looking)
    return extract


def _why(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "it may not be read: check its permissions"
        case _:
            return f"it cannot be read: {(error.strerror or str(error)).lower()}"


def _read(
    extract: Extract, settings: ExtractSettings, progress: Progress, sheet: str | None
) -> RawTable | None:
    path = extract.path
    if path.is_dir():
        raise UnreadableFileError("is a folder, not a file")
    if path.exists() and not path.is_file():
        raise UnreadableFileError("is not a file that can be read twice: save it to one first")
    columns = Columns(FIELDS[extract.kind], settings)
    limits = Limits(settings.most_rows, settings.most_columns)
    with path.open("rb") as file:
        suffix = path.suffix.lower()
        if suffix in OLD_SHEET_SUFFIXES:
            see_old_spreadsheet(file)
        if suffix in SHEET_SUFFIXES:
            see_spreadsheet(file)
            asked = Asked(extract.file, extract.kind, sheet, columns, limits)
            return _read_sheet(extract, file, asked, settings.most_megabytes, progress)
        if sheet is not None:
            raise UnreadableFileError(
                f"is CSV, and has no sheets: leave out --sheet {extract.kind}={sheet}"
            )
        see_text(file)
        return _read_csv(extract, file, columns, limits, progress)


def _read_csv(
    extract: Extract, file: BinaryIO, columns: Columns, limits: Limits, progress: Progress
) -> RawTable | None:
    progress("looking through", 0, None)
    text = read_text(file)
    extract.digest = text.digest
    delimiter, names = read_names(text, columns.known)
    limits.see_columns(len(names))
    header = columns.header(extract.file, names)
    if header.faults:
        if len(names) == 1:
            extract.refuse(
                "it has one column alone: its columns should be separated by commas, semicolons or "
                "tabs"
            )
        _refuse(extract, header)
        return None
    if delimiter != ",":
        extract.notes.append(f"is separated by {DELIMITERS[delimiter]}")
    if text.called != "UTF-8":
        extract.doubts.append(
            of_file(extract.file, f"it is not UTF-8: it was read as {text.called}")
        )
    found = scan(text, delimiter, header)
    limits.see_rows(found.records)
    extract.faults.extend(csv_reading.misshapen(extract.file, found, header))
    extract.misshapen = len(found.misshapen)
    return csv_reading.read_csv(text, delimiter, found, header, progress)


def _read_sheet(
    extract: Extract, file: BinaryIO, asked: Asked, megabytes: int, progress: Progress
) -> RawTable | None:
    progress("reading", 0, None)
    extract.digest = sha256_of(file)
    with Archive(file, megabytes * MEGABYTE) as archive:
        choice = Choice(opened(archive), asked, progress)
    extract.notes.extend(choice.notes)
    extract.doubts.extend(choice.doubts)
    if choice.gathered is None:
        _refuse(extract, choice.header)
        return None
    return choice.gathered.table()


def sha256_of(file: BinaryIO) -> str:
    """A file's digest."""
    digest = sha256()
    file.seek(0)
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def _refuse(extract: Extract, header: Header) -> None:
    extract.unreadable = True
    extract.faults.extend(header.faults)
