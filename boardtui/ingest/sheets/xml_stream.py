"""XML from strangers, read as a stream: no document type, so no entities, and no endless texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NoReturn, Protocol
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from boardtui.ingest.sheets.archive import DAMAGED
from boardtui.ingest.unreadable import UnreadableFileError

LONGEST_MARKUP = 1 << 20
"""Bytes of one tag or comment: the parser looks at a longer one again and again."""

MOST_PARTS = 200
"""Pieces of one text, some 8 KB each: no cell holds so much."""


class Reader(Protocol):
    """Takes a document in.

    Character data is appended to `parts`, which the reader empties; reading stops once it is
    `done`.
    """

    parts: list[str]

    @property
    def done(self) -> bool: ...

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...


def read_xml(pieces: Iterable[bytes], reader: Reader, *, prefixed: bool = False) -> None:
    """Read a document; unless `prefixed`, the names of elements are given without a prefix.

    Raises:
        UnreadableFileError: it is not well-formed, declares a document type, or holds a text or
            tag that is too long.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.CharacterDataHandler = reader.parts.append
    parser.StartElementHandler = reader.start if prefixed else _first(parser, reader)
    parser.EndElementHandler = reader.end
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            if reader.done:
                return
            if len(reader.parts) > MOST_PARTS or fed - parser.CurrentByteIndex > LONGEST_MARKUP:
                raise UnreadableFileError("holds a text of more than a million characters")
        parser.Parse(b"", True)
    except (ExpatError, LookupError, ValueError) as error:
        raise UnreadableFileError(DAMAGED) from error


def _first(parser: XMLParserType, reader: Reader) -> Callable[[str, dict[str, str]], None]:
    """A handler of the root, which sees whether names have a prefix: hardly any file's do."""

    def root(name: str, attributes: dict[str, str]) -> None:
        if ":" not in name:
            parser.StartElementHandler = reader.start
        else:
            parser.StartElementHandler = bare
            parser.EndElementHandler = lambda each: reader.end(each.rpartition(":")[2])
        reader.start(name.rpartition(":")[2], attributes)

    def bare(name: str, attributes: dict[str, str]) -> None:
        reader.start(name.rpartition(":")[2], attributes)

    return root


def _refuse_document_type(*declared: object) -> NoReturn:
    raise UnreadableFileError(
        f"{DAMAGED} (its XML declares a document type, which no spreadsheet program writes)"
    )


def whole(text: str | None, otherwise: int) -> int:
    """A whole number of an attribute, or another where there is none.

    Raises:
        ValueError: it is no whole number, or out of all bounds.
    """
    if text is None:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError(text)
    return int(text)
