"""What a file is by its first bytes, where it is not what its name says."""

from __future__ import annotations

import re
from typing import BinaryIO

from boardtui.ingest.unreadable import UnreadableFileError

SHEET_SUFFIXES = (".xlsx", ".xlsm", ".ods")
OLD_SHEET_SUFFIXES = (".xls", ".xlsb", ".xlt")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*<(?:!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|[a-z]+:?[a-z]+ xmlns)", re.IGNORECASE)
_MARKS = b"\xef\xbb\xbf"

SAVE_AS = "open it in a spreadsheet program and save it as .xlsx, .ods or CSV UTF-8"


def see_spreadsheet(file: BinaryIO) -> None:
    """See that a file that is named as a spreadsheet is one that can be read.

    Raises:
        UnreadableFileError: it is something else; the message says what, and what to do.
    """
    start = _start(file)
    if start.startswith(b"PK"):
        return
    if not start:
        raise UnreadableFileError("is empty")
    _refuse_known(file, start)
    if b"\0" not in start:
        raise UnreadableFileError(
            "is not a spreadsheet that can be read but text: if it is CSV, name it .csv"
        )
    raise UnreadableFileError(f"is not a spreadsheet that can be read: {SAVE_AS}")


def see_old_spreadsheet(file: BinaryIO) -> None:
    """Say what a file is that is named as a spreadsheet of a kind that is not read.

    Raises:
        UnreadableFileError: always.
    """
    start = _start(file)
    if start.startswith(b"PK") and b"workbook.bin" not in _whole(file):
        raise UnreadableFileError("is a newer spreadsheet by its content: name it .xlsx or .ods")
    see_spreadsheet(file)
    raise UnreadableFileError(f"is an XLSB file, which is not read: {SAVE_AS}")


def see_text(file: BinaryIO) -> None:
    """See that a file that is named as CSV is not another kind of file that is known.

    Raises:
        UnreadableFileError: it is; the message says what, and what to do.
    """
    start = _start(file)
    if start.startswith(b"PK"):
        raise UnreadableFileError(
            "is not a CSV file but a ZIP archive or a spreadsheet: name it .xlsx or .ods"
        )
    _refuse_known(file, start)


def _refuse_known(file: BinaryIO, start: bytes) -> None:
    if start.startswith(_OLE):
        raise UnreadableFileError(_of_ole(_whole(file)))
    text = start.removeprefix(_MARKS)
    if _HTML.match(text):
        raise UnreadableFileError(f"is a web page (HTML), whatever its name: {SAVE_AS}")
    if _XML.match(text):
        raise UnreadableFileError(f"is an XML file: {SAVE_AS}")
    if text.startswith(b"%PDF"):
        raise UnreadableFileError("is a PDF: ask for the data that it was made of, as CSV UTF-8")


def _of_ole(content: bytes) -> str:
    """What a file in the container of older Office programs is."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "is locked by a password: save it without one"
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return f"is an old XLS file, whose formats and merged cells are not read: {SAVE_AS}"
    return f"is of an older Office program, and not a spreadsheet that can be read: {SAVE_AS}"


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(4096)


def _whole(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()
