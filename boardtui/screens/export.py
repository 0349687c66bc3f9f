"""What a screen shows, whole, for copying or for a file: never only the rows in sight."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TextIO, runtime_checkable

from boardtui.core.days import day_text
from boardtui.core.spreadsheet import harmless
from boardtui.review.selection import Selection


@dataclass(frozen=True, slots=True)
class Export:
    """All that a screen shows.

    `about` are lines that say of what: force, synthetic or not, day, baseline, and the path to it.
    `rows` gives all rows anew at each call, `count` of them, with `columns` as their heads. `text`
    gives the lines that a reader is shown, where these are not the rows.
    """

    name: str
    about: Sequence[str]
    columns: Sequence[str]
    count: int
    rows: Callable[[], Iterator[Sequence[object]]]
    text: Callable[[], Iterator[str]] | None = None

    def lines(self) -> Iterator[str]:
        """The export as text for a reader."""
        if self.text is not None:
            yield from self.text()
            return
        yield from self.about
        yield "\t".join(self.columns)
        for row in self.rows():
            yield "\t".join(map(plain, row))


@runtime_checkable
class Exportable(Protocol):
    """A screen that can be copied and written to a file."""

    def export(self) -> Export: ...


@runtime_checkable
class CountedFirst(Protocol):
    """A screen whose rows may still be counted: it is copied and written when they are."""

    def when_counted(self, act: Callable[[], None]) -> None: ...


def about(selection: Selection, path: str) -> list[str]:
    """The lines at the head of every export."""
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    against = selection.baseline.label if selection.baseline else "nothing"
    return [
        f"{selection.force.name}{synthetic}, as at {day_text(selection.day)}",
        f"against: {against}",
        path,
    ]


def file_name(selection: Selection, what: str) -> str:
    """A name for a file, of plain characters: boardtui-exampleshire-2024-01-17-board."""
    words = f"boardtui {selection.force.name} {selection.day.isoformat()} {what}".lower()
    return "-".join(re.findall(r"[a-z0-9]+", words))


def plain(value: object) -> str:
    """A value as text; a date as ISO text, yes and no in words, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


KINDS = (".csv", ".txt")
"""How the names of files end that are written: what a reader or a program takes them for."""


def write(export: Export, name: str, progress: Callable[[int], None]) -> int:
    """Write all rows to a file, as CSV or as text by the end of its name; the count of rows.

    Nothing stands under the name until all is written, and no file is written over.

    Raises:
        OSError: the file is there already, or cannot be written, or nobody has such a home.
    """
    path = _path(name)
    if path.exists():
        raise FileExistsError(f"{path} is there already")
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            if path.suffix.lower() == ".csv":
                count = _write_csv(export, csv.writer(file), progress)
            else:
                _write_text(export, file, progress)
                count = export.count
        # Taken first by a file of its own: what came there meanwhile is not written over.
        path.touch(exist_ok=False)
        unfinished.replace(path)
        return count
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()


def _path(name: str) -> Path:
    try:
        path = Path(name).expanduser()
    except RuntimeError as error:
        raise OSError(f"there is no home folder by the name in {name}") from error
    if path.suffix.lower() not in KINDS:
        raise OSError(f"{path.name} ends in neither {' nor '.join(KINDS)}")
    return path


class _Writer(Protocol):
    def writerow(self, row: Sequence[object], /) -> object: ...


STEP = 10_000


def _write_text(export: Export, file: TextIO, progress: Callable[[int], None]) -> None:
    for number, line in enumerate(export.lines(), start=1):
        file.write(f"{line}\n")
        if number % STEP == 0:
            progress(number)


def _write_csv(export: Export, writer: _Writer, progress: Callable[[int], None]) -> int:
    of = " · ".join(export.about)
    writer.writerow([*export.columns, "of"])
    count = 0
    for row in export.rows():
        cells = [harmless(cell) if isinstance(cell, str) else plain(cell) for cell in row]
        writer.writerow([*cells, harmless(of)])
        count += 1
        if count % STEP == 0:
            progress(count)
    return count
