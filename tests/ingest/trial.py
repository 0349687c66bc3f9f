"""Files to ingest, a database to be, and what it holds after."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardtui.ingest import IngestRefusedError, IngestReport, IngestRequest, ingest
from boardtui.settings import Settings

DAY = date(2024, 1, 17)

CASES_HEADER = (
    "case_ref,risk_level,status,management,unit,officer_ref,mappa_category,mappa_level,"
    "visit_due,last_visit,assessment_due,last_assessment,registered_on,risk_tool"
)
CASES = f"""{CASES_HEADER}
C1,high,community,active,North,OM-1,1,1,2024-01-01,2023-12-01,2024-06-01,2023-06-01,2020-01-01,ARMS
C2,low,custody,,South,,2,2,,,,,,
C3,very_high,community,reactive,North,OM-2,1,3,,2023-11-30,2023-12-31,,2019-05-05,ARMS
"""

SETTINGS = Settings()


class Trial:
    """A folder with a database to be, and files to put into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "board.db"

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def request(
        self, files: Mapping[str, str | bytes | Path] | None = None, **given: Any
    ) -> IngestRequest:
        """A request of a snapshot, with each file's content or path; cases are the usual ones."""
        chosen = {"cases": CASES} if files is None else files
        paths = {
            kind: content
            if isinstance(content, Path)
            else self.write(f"{kind}-{len(list(self.folder.iterdir()))}.csv", content)
            for kind, content in chosen.items()
        }
        alone = "cases" not in chosen
        usual = {"force": None if alone else "Essex", "as_at": None if alone else DAY}
        return IngestRequest(str(self.database), files=paths, **{**usual, **given})

    def ingest(
        self, files: Mapping[str, str | bytes | Path] | None = None, **given: Any
    ) -> IngestReport:
        return ingest(self.request(files, **given), SETTINGS)

    def refused(
        self, files: Mapping[str, str | bytes | Path] | None = None, **given: Any
    ) -> IngestRefusedError:
        """Ingest what must be refused, and see that the database is as it was."""
        before = self.database.read_bytes() if self.database.exists() else None
        request = self.request(files, **given)
        there = set(self.folder.iterdir())
        with pytest.raises(IngestRefusedError) as caught:
            ingest(request, SETTINGS)
        assert (self.database.read_bytes() if self.database.exists() else None) == before
        assert set(self.folder.iterdir()) == there
        return caught.value

    def rows(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchall()

    def values(self, sql: str) -> list[Any]:
        return [value for (value,) in self.rows(sql)]

    def figure(self, measure: str, as_at: str = DAY.isoformat()) -> float | None:
        """The whole of a computed measure, for one day."""
        (found,) = self.values(
            f"SELECT value FROM figures f JOIN snapshots s ON s.id = f.snapshot_id "
            f"WHERE measure = '{measure}' AND dimension IS NULL AND s.as_at = '{as_at}'"
        )
        return found if found is None else float(found)


def one_case(ref: str = "C1", **columns: str) -> str:
    """A cases file of one row, with these columns and the required ones."""
    values = {"case_ref": ref, "risk_level": "high", "status": "community", **columns}
    return "\n".join((",".join(values), ",".join(values.values()))) + "\n"


def sheet_maker(rows: Sequence[Sequence[object]]) -> dict[str, Callable[[Path], None]]:
    """Ways of writing rows as a spreadsheet, by suffix."""

    def xlsx(path: Path) -> None:
        from openpyxl import Workbook

        book = Workbook()
        for row in rows:
            book.active.append(list(row))
        book.save(path)

    def ods(path: Path) -> None:
        from odf.opendocument import OpenDocumentSpreadsheet
        from odf.table import Table, TableRow

        document = OpenDocumentSpreadsheet()
        table = Table(name="Sheet1")
        for row in rows:
            line = TableRow()
            for cell in row:
                line.addElement(ods_value(cell))
            table.addElement(line)
        document.spreadsheet.addElement(table)
        document.save(str(path))

    return {".xlsx": xlsx, ".ods": ods}


def ods_value(value: object) -> Any:
    from odf.table import TableCell
    from odf.text import P

    match value:
        case None:
            return TableCell()
        case bool():
            cell = TableCell(valuetype="boolean", booleanvalue=str(value).lower())
        case date():
            cell = TableCell(valuetype="date", datevalue=value.isoformat())
        case int() | float():
            cell = TableCell(valuetype="float", value=str(value))
        case _:
            cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return cell
