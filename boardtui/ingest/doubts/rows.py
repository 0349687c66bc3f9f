"""Warnings made of rows: which rows of a file are odd, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from boardtui.ingest.coded import Mask
from boardtui.ingest.extract import Column, Extract
from boardtui.ingest.faults import FaultGroup


def doubt(extract: Extract, name: str, rows: Mask, message: str) -> Iterator[FaultGroup]:
    """A warning of the chosen rows, by their values in a column; none where no row is chosen.

    `message` is the end of "3 rows where …".
    """
    if not rows.any():
        return
    coded = extract.columns[name].coded
    places = coded.codes[rows]
    yield FaultGroup(
        extract.file,
        name,
        message,
        extract.rows[rows],
        lambda place: coded.texts[int(places[place])],
    )


def of_whole(file: str, message: str, column: str | None, value: str | None) -> FaultGroup:
    """A warning of a whole file; `message` is a sentence, `value` an example beside it."""
    return FaultGroup(file, column, message, (), lambda place: value)


def good_texts(extract: Extract, name: str) -> set[str]:
    """The texts of a column in the rows that are stored."""
    column = extract.columns[name]
    used = np.unique(column.coded.codes[extract.good]) if len(extract.good) else ()
    values = (column.values[int(place)] for place in used)
    return {value for value in values if isinstance(value, str)}


def rows_with(extract: Extract, name: str, chosen: set[str]) -> Mask:
    """The rows that are stored and have one of the chosen texts in a column."""
    column = extract.columns[name]
    places = [place for place, value in enumerate(column.values) if value in chosen]
    return extract.good & column.coded.where(places)


def first_of_each(column: Column, rows: Mask) -> Mask:
    """Of the chosen rows, the first with each text."""
    places = np.flatnonzero(rows)
    _, first = np.unique(column.coded.codes[places], return_index=True)
    mask = np.zeros(len(rows), dtype=np.bool_)
    mask[places[first]] = True
    return mask
