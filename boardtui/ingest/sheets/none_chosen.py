"""Why no sheet of a spreadsheet file can be read, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from boardtui.core.words.nearest import did_you_mean
from boardtui.ingest.faults import of_file
from boardtui.ingest.header import Columns, Header, named
from boardtui.ingest.sheets.book import Sheet
from boardtui.ingest.sheets.looking import LOOKED_AT, Looking
from boardtui.ingest.unreadable import UnreadableFileError

Looked = Sequence[tuple[Sheet, Looking | None]]
"""The sheets of a file, each with what was found in it where it was looked at."""


def why_none(file: str, kind: str, asked: str | None, columns: Columns, looked: Looked) -> Header:
    """The header that comes nearest to the one wanted, with its faults.

    Raises:
        UnreadableFileError: there is none near it; the message says why.
    """
    if asked is not None:
        _see_asked(asked, looked)
    of_cells = [(sheet, looking) for sheet, looking in looked if looking is not None]
    hidden = next((sheet for sheet, looking in of_cells if looking.found), None)
    if hidden is not None:
        name = named(hidden.name)
        raise UnreadableFileError(
            f"has the required columns in a hidden sheet alone, {name}: show the sheet, or name it "
            f"by --sheet {kind}={name}"
        )
    seen = [each for each in of_cells if each[0].visible or asked is not None]
    if not seen:
        raise UnreadableFileError("has no visible sheet of cells: charts are not read")
    if not any(looking.filled or looking.done for _, looking in seen):
        raise UnreadableFileError("is empty: a row of it should name the columns")
    sheet, nearest = max(seen, key=lambda each: each[1].most)
    if not nearest.most:
        raise UnreadableFileError(
            f"names no columns in the first {LOOKED_AT} rows of {_listed(s for s, _ in seen)}"
        )
    header = columns.header(file, nearest.best)
    if len(seen) > 1 or nearest.best_row > 1:
        where = f"row {nearest.best_row} of its sheet {named(sheet.name)}"
        told = of_file(file, f"no row names all required columns: {where} comes nearest")
        header = replace(header, faults=(told, *header.faults))
    return header


def _see_asked(asked: str, looked: Looked) -> None:
    """See that the sheet that was asked for is there, and has cells."""
    if any(looking is not None for _, looking in looked):
        return
    if any(sheet.is_named(asked) for sheet, _ in looked):
        raise UnreadableFileError(f"has no cells in its sheet {named(asked)}: it is a chart")
    hint = did_you_mean(asked, [sheet.name for sheet, _ in looked]).rstrip(".")
    raise UnreadableFileError(
        f"has no sheet {named(asked)}{hint} (it has {_listed(s for s, _ in looked)})"
    )


def _listed(sheets: Iterable[Sheet]) -> str:
    """Sheets by their names: "its sheet Cases", "its sheets Cover and Cases"."""
    names = [named(sheet.name) for sheet in sheets]
    if len(names) == 1:
        return f"its sheet {names[0]}"
    return f"its sheets {', '.join(names[:-1])} and {names[-1]}"
