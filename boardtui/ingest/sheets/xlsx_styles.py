"""The number formats of an XLSX file's cells, by the number of their style."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.ingest.sheets.number_format import BUILT_IN, GENERAL, NumberFormat
from boardtui.ingest.sheets.xml_stream import Reader, read_xml


def read_formats(pieces: Iterable[bytes]) -> list[NumberFormat]:
    """The format of each style.

    Raises:
        UnreadableFileError: the part is damaged.
    """
    styles = _Styles()
    read_xml(pieces, styles)
    codes = BUILT_IN | styles.codes
    made = {number: NumberFormat(codes[number]) for number in set(styles.formats) & codes.keys()}
    return [made.get(number, GENERAL) for number in styles.formats]


class _Styles(Reader):
    """The codes of formats, and the format of each style, by their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[int, str] = {}
        self.formats: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if name == "numFmt":
            self.codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.formats.append(int(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        super().end(name)
        if name == "cellXfs":
            self._inside = False
