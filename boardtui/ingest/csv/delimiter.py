"""What stands between the fields of a CSV file, found by the columns that its first row names."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence

from boardtui.ingest.csv.text import Text
from boardtui.ingest.unreadable import UnreadableFileError

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}


def read_names(
    text: Text, known: Callable[[Sequence[str]], tuple[int, bool]]
) -> tuple[str, list[str]]:
    """What separates the fields, and the names in the first row.

    `known` says how many columns of the wanted kind a row names, and whether the required ones are
    among them: what makes most sense of the first row is what separates the others too.

    Raises:
        UnreadableFileError: the first row is empty.
    """
    found = {each: names for each in DELIMITERS if (names := _first_row(text, each))}
    if not found:
        raise UnreadableFileError("is empty: its first row should name the columns")
    # Of equals the first is taken: a comma.
    best = max(found, key=lambda each: (*reversed(known(found[each])), len(found[each])))
    return best, found[best]


def _first_row(text: Text, delimiter: str) -> list[str] | None:
    """The names in the first row; None where it has none."""
    rows = text.rows()
    try:
        names = next(csv.reader(rows, delimiter=delimiter), [])
    except csv.Error:
        return None
    finally:
        rows.detach()
    return names if any(name.strip() for name in names) else None
