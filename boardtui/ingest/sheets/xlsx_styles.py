"""The number formats of an XLSX file's cells, by the number of their style."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.ingest.sheets.number_format import BUILT_IN, GENERAL, NumberFormat
from boardtui.ingest.sheets.xml_stream import read_xml


def read_formats(pieces: Iterable[bytes]) -> list[NumberFormat]:
    """The format of each style.

    Raises:
        UnreadableFileError: the part is damaged.
    """
    styles = _Styles()
    read_xml(pieces, styles)
    codes = BUILT_IN | styles.codes
    made = {code: NumberFormat(code) for code in codes.values()}
    return [made[codes[each]] if each in codes else GENERAL for each in styles.formats]


class _Styles:
    """The codes of formats, and the format of each style, by their numbers."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self._inside = False

    @property
    def done(self) -> bool:
        return False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.parts.clear()
        if name == "numFmt":
            self.codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.formats.append(int(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False
