"""The texts that the cells of an XLSX file share."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.ingest.sheets.xml_stream import read_xml


def read_texts(pieces: Iterable[bytes]) -> list[str]:
    """The shared texts, by their numbers.

    Raises:
        UnreadableFileError: the part is damaged.
    """
    texts = _Texts()
    read_xml(pieces, texts)
    return texts.found


class _Texts:
    """The texts so far; one may come in several runs, and beside it how it is pronounced."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.found: list[str] = []
        self._runs: list[str] = []
        self._phonetic = False

    @property
    def done(self) -> bool:
        return False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.parts.clear()
        if name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        if name == "t" and not self._phonetic:
            self._runs.append("".join(self.parts))
        elif name == "si":
            self.found.append("".join(self._runs))
            self._runs.clear()
        elif name == "rPh":
            self._phonetic = False
