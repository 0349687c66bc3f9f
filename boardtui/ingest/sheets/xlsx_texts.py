"""The texts that the cells of an XLSX file share."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.ingest.sheets.xml_stream import Reader, read_xml
from boardtui.ingest.unreadable import UnreadableFileError

MOST_TEXTS = 10_000_000
"""A million rows have fewer: more would fill the memory."""


def read_texts(pieces: Iterable[bytes]) -> list[str]:
    """The shared texts, by their numbers.

    Raises:
        UnreadableFileError: the part is damaged.
    """
    texts = _Texts()
    read_xml(pieces, texts)
    return texts.found


class _Texts(Reader):
    """The texts so far; one may come in several runs, and beside it how it is pronounced."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._runs: list[str] = []
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        if name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        super().end(name)
        if name == "t" and not self._phonetic:
            self._runs.append("".join(self.parts))
        elif name == "si":
            if len(self.found) == MOST_TEXTS:
                raise UnreadableFileError(f"holds more than {MOST_TEXTS:,} texts")
            self.found.append("".join(self._runs))
            self._runs.clear()
        elif name == "rPh":
            self._phonetic = False
