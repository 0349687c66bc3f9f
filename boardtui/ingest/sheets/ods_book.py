"""ODS files: their sheets, and what their cells show, which is stored beside the values."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation

from boardtui.ingest.sheets.archive import DAMAGED, Archive
from boardtui.ingest.sheets.book import SinkFor
from boardtui.ingest.sheets.cell import (
    AN_ERROR,
    HIDDEN_BY_FORMAT,
    NOT_WORKED_OUT,
    TOO_MANY_DIGITS,
    Raw,
    Shown,
    is_error,
)
from boardtui.ingest.sheets.number_format import GENERAL
from boardtui.ingest.sheets.ods_cells import read_sheets
from boardtui.ingest.unreadable import UnreadableFileError

_GROUPED = re.compile(r"-?[0-9][0-9.,'\s]*")
_POWER = re.compile(r"[-+]?[0-9.,]+E[-+]?[0-9]+")
_WORDS = re.compile(r"[0-9]+|[^\W\d_]+")


class OdsBook:
    """An ODS file.

    Raises:
        UnreadableFileError: it is damaged, or locked by a password.
    """

    def __init__(self, archive: Archive) -> None:
        manifest = "META-INF/manifest.xml"
        if archive.has(manifest):
            content = b"".join(archive.list_pieces(manifest))
            if b"encryption-data" in content:
                raise UnreadableFileError("is locked by a password: save it without one")
        if not archive.has("content.xml"):
            raise UnreadableFileError(DAMAGED)
        self._archive = archive

    def read(self, sink_for: SinkFor) -> None:
        """Read the sheets that a sink is given for, in their order.

        Raises:
            UnreadableFileError: the file is damaged.
        """
        read_sheets(self._archive.pieces("content.xml"), sink_for)

    def show(self, raw: Raw) -> Shown:
        """What a cell shows."""
        kind, value, text, formula = raw
        if kind == "error" or is_error(text):
            return Shown(text or "#ERROR", AN_ERROR)
        if formula:
            return Shown(formula, NOT_WORKED_OUT)
        match kind:
            case "float" | "currency" | "percentage" if value is not None:
                return _number_shown(value, text, per_cent=kind == "percentage")
            case "date" if value is not None:
                return Shown(day_shown(value, text))
            case "hidden":
                return Shown(value or "", HIDDEN_BY_FORMAT)
            case "boolean" if value is not None:
                return Shown(value.upper())
            case _:
                return Shown(text or value or "")


def _number_shown(value: str, text: str, *, per_cent: bool) -> Shown:
    shown = GENERAL.number(value, False)
    if shown.wrong is not None or _POWER.fullmatch(text):
        return Shown(text or value, shown.wrong or TOO_MANY_DIGITS)
    number = Decimal(shown.text).scaleb(2) if per_cent else Decimal(shown.text)
    if not text:
        return Shown(f"{GENERAL.number(str(number), False).text}%" if per_cent else shown.text)
    if per_cent and text.endswith("%"):
        return Shown(f"{ungrouped(text[:-1].strip(), number)}%")
    return Shown(ungrouped(text, number))


def ungrouped(text: str, number: Decimal) -> str:
    """A number as a cell shows it, without marks between thousands and with a decimal point.

    Which of its marks are which is told by the number itself: 1.500 may be either. A text that is
    not the number alone stays as it is.
    """
    if not _GROUPED.fullmatch(text):
        return text
    for group, point in ((",", "."), (".", ",")):
        plain = re.sub(rf"[{group}'\s]", "", text).replace(point, ".")
        try:
            read = Decimal(plain)
        except InvalidOperation:
            continue
        exponent = read.as_tuple().exponent
        if isinstance(exponent, int) and abs(read - number) * 2 <= Decimal(1).scaleb(exponent):
            return plain
    return text


def day_shown(value: str, text: str) -> str:
    """A day, one way however it is written; of a day that is shown in part, that part.

    `value` is the day, perhaps with a time; `text` is what the cell shows of it.
    """
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return text or value
    if text and not _whole_day(moment, text):
        return text
    timed = ":" in text or not text
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return moment.date().isoformat() if midnight or not timed else str(moment)


def _whole_day(day: datetime, text: str) -> bool:
    """Whether a text shows the year, the month and the day of a day."""
    words = _WORDS.findall(text)
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 5]
    for part in (day.day, day.year):
        if part not in numbers:
            part %= 100
        if part not in numbers:
            return False
        numbers.remove(part)
    return day.month in numbers or any(word.isalpha() for word in words)
