"""Writing all that a screen shows to a file: as CSV or text; what is in sight as a picture."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TextIO

from boardtui.core.words.spreadsheet import cell
from boardtui.export.export import Export
from boardtui.export.picture.named import KINDS as PICTURES
from boardtui.export.picture.picture import Picture
from boardtui.process.new_file import new_file

KINDS = (".csv", ".txt")
"""How the names of files end that are written: what a reader or a program takes them for."""

Progress = Callable[[int], None]
"""Told how many rows are written."""

STEP = 10_000


def write(export: Export, name: str, progress: Progress, byte_order_mark: bool = True) -> int:
    """Write all rows to a file, as CSV or as text by the end of its name; the count of rows.

    Nothing stands under the name until all is written, and no file is written over. Of a CSV file
    a byte-order mark says that it is UTF-8: without it Excel reads "Zoë" as "ZoÃ«".

    Raises:
        OSError: the file is there already, or cannot be written, or nobody has such a home.
    """
    path = _path(name, KINDS)
    if path.suffix.lower() == ".csv":
        with new_file(path, "utf-8-sig" if byte_order_mark else "utf-8") as file:
            return _write_csv(export, csv.writer(file), progress)
    with new_file(path) as file:
        _write_text(export, file, progress)
    return export.count


def write_picture(picture: Picture, name: str, waited_for: Callable[[], None]) -> None:
    """Write a picture to a file, as SVG or as PNG by the end of its name.

    `waited_for` is called while it is drawn; what it raises ends that, and nothing is written.

    Raises:
        OSError: as for `write`.
    """
    path = _path(name, PICTURES)
    with new_file(path) as file:
        if path.suffix.lower() == ".svg":
            from boardtui.export.picture.svg import svg

            file.write(svg(picture))
        else:
            from boardtui.export.picture.png import png

            file.buffer.write(png(picture, waited_for))


def _path(name: str, kinds: tuple[str, ...]) -> Path:
    try:
        path = Path(name).expanduser()
    except RuntimeError as error:
        raise OSError(f"there is no home folder by the name in {name}") from error
    if path.suffix.lower() not in kinds:
        raise OSError(f"{path.name} ends in none of {', '.join([*KINDS, *PICTURES])}")
    return path


class _Writer(Protocol):
    def writerow(self, row: Sequence[object], /) -> object: ...


def _write_text(export: Export, file: TextIO, progress: Progress) -> None:
    for number, line in enumerate(export.lines(), start=1):
        file.write(f"{line}\n")
        if number % STEP == 0:
            progress(number)


def _write_csv(export: Export, writer: _Writer, progress: Progress) -> int:
    of = cell(" · ".join(export.about))
    writer.writerow([*export.columns, "of"])
    count = 0
    for row in export.rows():
        writer.writerow([*map(cell, row), of])
        count += 1
        if count % STEP == 0:
            progress(count)
    return count
