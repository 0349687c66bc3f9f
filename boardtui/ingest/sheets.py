"""Reading the first sheet of XLSX and ODS files, each cell as the text that a person would read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from itertools import chain, islice

import numpy as np
import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, XmlError, ZipError

from boardtui.ingest.coded import Coder, RawTable
from boardtui.ingest.csv_files import CHUNK
from boardtui.ingest.header import Header
from boardtui.ingest.request import Progress
from boardtui.ingest.sheet_errors import Uncomputed, uncomputed

SUFFIXES = (".xlsx", ".xlsm", ".ods")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class NotSheetError(Exception):
    """The file cannot be read as a spreadsheet; the message is the end of a sentence on it."""


Rows = Iterator[list[object]]


def open_rows(content: bytes) -> tuple[list[str], Rows, int]:
    """The header's texts, the rows after it, and how many those are.

    Raises:
        NotSheetError: the content is no spreadsheet, is locked by a password, or is empty.
    """
    if content.startswith(_OLE):
        raise NotSheetError(
            "is locked by a password, or an old .xls: save it as .xlsx without a password"
        )
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheet = book.get_sheet_by_index(0) if book.sheet_names else None
    except PasswordError as error:
        raise NotSheetError("is locked by a password: save it without one") from error
    except (CalamineError, XmlError, ZipError, OSError, ValueError) as error:
        raise NotSheetError("is not a spreadsheet that can be read") from error
    if sheet is None or sheet.start is None:
        raise NotSheetError("is empty: the first row of its first sheet should name the columns")
    # Rows above the first one filled in are given as blanks: a row's number stays its own.
    rows = _said(sheet.iter_rows(), uncomputed(content))
    header = [cell_text(cell).strip() for cell in next(rows)]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise NotSheetError("has an empty first row: it should name the columns")
    return header, rows, sheet.total_height - 1


def _said(rows: Iterable[Sequence[object]], errors: Uncomputed) -> Rows:
    """The rows, with what stands in cells that hold no value in place of nothing."""
    for number, row in enumerate(rows):
        cells = list(row)
        for column, text in errors.get(number, {}).items():
            cells += [None] * (column + 1 - len(cells))
            cells[column] = text
        yield cells


def cell_text(cell: object) -> str:
    """A cell as text: 5.0 is 5, a day is 2024-01-17, true is TRUE."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(sep=" ")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def read_sheet(rows: Rows, total: int, header: Header, progress: Progress) -> RawTable:
    """Read the wanted columns.

    Raises:
        NotSheetError: a cell is filled in beside the last named column.
    """
    coders = {name: Coder() for name in header.places}
    read = 0
    while chunk := list(islice(rows, CHUNK)):
        columns = list(zip(*chunk, strict=True))
        for name, place in header.places.items():
            codes, texts = pd.factorize(_texts(columns[place] if place < len(columns) else ()))
            coders[name].add(codes, texts.tolist())
        beside = chain.from_iterable(columns[len(header.names) :])
        if any(cell_text(cell).strip() for cell in beside):
            raise NotSheetError(
                "has cells filled in to the right of its last named column: name it or empty it"
            )
        read += len(chunk)
        progress("reading", read, total)
    named = {name: coder.finish() for name, coder in coders.items()}
    table = RawTable(named, header.called, np.arange(2, read + 2, dtype=np.int64))
    return table.without_blank_rows()


def _texts(cells: Iterable[object]) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    listed = [cell if type(cell) is str else cell_text(cell) for cell in cells]
    texts = np.empty(len(listed), dtype=object)
    texts[:] = listed
    return texts
