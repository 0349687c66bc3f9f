"""Writing to stdout: text for people, CSV and JSON for programs."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from boardtui.core.words.ascii import in_locale, in_words
from boardtui.core.words.shown import escaped, shown
from boardtui.core.words.spreadsheet import cell

if TYPE_CHECKING:
    import json


def write_lines(lines: Iterable[str]) -> None:
    """Write text for people, in whatever characters their terminal has."""
    codecs.register_error("boardtui", _substitute)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="boardtui")
    for line in lines:
        print(in_locale(shown(line)))


def _substitute(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    return "".join(in_words(character) for character in missing), error.end


def write_for_programs(lines: Iterable[str]) -> None:
    """Write text for another program's file, as it is and as UTF-8."""
    _as_data()
    for line in lines:
        print(line)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    import csv

    _as_data()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)


def json_text(value: object) -> str:
    """A value as JSON that is safe to show on a terminal."""
    return escaped(_encoder().encode(value))


@cache
def _encoder() -> json.JSONEncoder:
    import json

    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def write_json(value: Mapping[str, object]) -> None:
    _as_data()
    print(json_text(value))


def stream_json(head: Mapping[str, object], name: str, items: Iterable[Any]) -> None:
    """Write an object whose last member is a list, without ever holding the list."""
    _as_data()
    write = sys.stdout.write
    write(f'{json_text(head)[:-1]}, "{name}": [')
    separator = "\n "
    for item in items:
        write(f"{separator}{json_text(item)}")
        separator = ",\n "
    write("\n]}\n")


def _as_data() -> None:
    """Data is UTF-8, with plain line ends, on every platform."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
