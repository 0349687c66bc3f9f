"""An extract file, read and checked value by value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import numpy as np

from boardtui.ingest import csv_files, sheets
from boardtui.ingest.checks import in_column
from boardtui.ingest.coded import Coded, Mask, RawTable, Rows
from boardtui.ingest.columns import FIELDS, Field
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.header import read_header
from boardtui.ingest.request import ExtractSettings, Progress
from boardtui.ingest.scan import NotCsvError, scan
from boardtui.ingest.values import Parsed, Value


@dataclass(frozen=True, slots=True)
class Column:
    """A column's values: that of row i is `values[codes[i]]`; None is not recorded (or wrong)."""

    coded: Coded
    values: list[Value]

    def at(self, row: int) -> Value:
        return self.values[int(self.coded.codes[row])]


@dataclass(slots=True)
class Extract:
    """One file: its values, and everything wrong with it.

    `good` says of each row whether it can be stored; `left_out` also counts the rows that are not
    in the table at all, for having too many or too few fields.
    """

    kind: str
    path: Path
    digest: str = ""
    rows: Rows = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    columns: dict[str, Column] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    """The columns that the file had, by our names; of the others nothing is known."""
    good: Mask = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    faults: list[FaultGroup] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unreadable: bool = False
    """A fault of the whole file: nothing of it can be stored, and nothing beside it."""
    misshapen: int = 0

    @property
    def file(self) -> str:
        """The file as it was named, for messages."""
        return str(self.path)

    @property
    def left_out(self) -> int:
        return int((~self.good).sum()) + self.misshapen

    @property
    def stored(self) -> int:
        return int(self.good.sum())


def read_extract(
    kind: str, path: Path, day: date | None, settings: ExtractSettings, progress: Progress
) -> Extract:
    """Read a file; whatever is wrong with it stands in the extract's faults.

    `day` is the snapshot's, which dates in the past cannot be after.
    """
    extract = Extract(kind, path)

    def told(stage: str, done: int, total: int | None) -> None:
        progress(f"{stage} {kind}", done, total)

    try:
        table = _read(extract, settings, told)
    except (NotCsvError, sheets.NotSheetError) as error:
        _refuse(extract, f"it {error}")
    except OSError as error:
        _refuse(extract, _why(error))
    else:
        if table is not None:
            _take(extract, table, day)
    return extract


def _refuse(extract: Extract, why: str) -> None:
    extract.unreadable = True
    extract.faults.append(of_file(extract.file, why))


def _why(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "it may not be read: check its permissions"
        case _:
            return f"it cannot be read: {(error.strerror or str(error)).lower()}"


def _read(extract: Extract, settings: ExtractSettings, progress: Progress) -> RawTable | None:
    path = extract.path
    if path.is_dir():
        raise NotCsvError("is a folder, not a file")
    if path.exists() and not path.is_file():
        raise NotCsvError("is not a file that can be read twice: save it to one first")
    with path.open("rb") as file:
        if path.suffix.lower() in sheets.SUFFIXES:
            return _read_sheet(extract, file.read(), settings, progress)
        return _read_csv(extract, file, settings, progress)


def _read_csv(
    extract: Extract, file: BinaryIO, settings: ExtractSettings, progress: Progress
) -> RawTable | None:
    progress("looking through", 0, None)
    found = scan(file)
    fields = FIELDS[extract.kind]
    extract.digest = found.digest
    if found.encoding == "cp1252":
        extract.notes.append("is not UTF-8: read as Windows-1252")
    header = read_header(extract.file, found.header, fields, settings)
    if header.faults:
        extract.unreadable = True
        extract.faults.extend(header.faults)
        return None
    extract.faults.extend(csv_files.misshapen(extract.file, found))
    extract.misshapen = len(found.misshapen)
    return csv_files.read_csv(file, found, header, progress)


def _read_sheet(
    extract: Extract, content: bytes, settings: ExtractSettings, progress: Progress
) -> RawTable | None:
    progress("opening", 0, None)
    extract.digest = sha256(content).hexdigest()
    names, rows, total = sheets.open_rows(content)
    header = read_header(extract.file, names, FIELDS[extract.kind], settings)
    if header.faults:
        extract.unreadable = True
        extract.faults.extend(header.faults)
        return None
    return sheets.read_sheet(rows, total, header, progress)


def _take(extract: Extract, table: RawTable, day: date | None) -> None:
    """Parse the table's columns into the extract."""
    extract.rows = table.rows
    extract.given = frozenset(table.columns)
    extract.good = np.ones(len(table.rows), dtype=np.bool_)
    if extract.kind == "cases" and not len(table.rows) and not extract.misshapen:
        _refuse(extract, "it has no rows: a snapshot has at least one case")
    for each in FIELDS[extract.kind]:
        coded = table.columns.get(each.name)
        if coded is None:
            nothing = np.zeros(len(table.rows), dtype=np.int32)
            extract.columns[each.name] = Column(Coded(nothing, [""]), [each.default])
            continue
        parsed = parse(each, coded.texts)
        called = table.called[each.name]
        for mask, group in in_column(extract.file, called, each, coded, parsed, table.rows, day):
            extract.good &= ~mask
            extract.faults.append(group)
        extract.columns[each.name] = Column(coded, parsed.values)


def parse(each: Field, texts: list[str]) -> Parsed:
    """The value of each distinct text; a blank is the field's default."""
    parsed = each.kind.parse(texts)
    if "" in texts:
        blank = texts.index("")
        parsed.values[blank] = each.default
        parsed.wrong.pop(blank, None)
        if each.required and not each.may_be_blank:
            parsed.wrong[blank] = "a value: it is required"
    return parsed
