"""A figure over months or years as rows for a file: each figure by itself, with all that it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.words.spreadsheet import harmless
from boardtui.export.export import Export, about, file_name
from boardtui.export.figure_csv import header, rows
from boardtui.panels.series.series import SeriesTable
from boardtui.review.day.review import Review


def exported(review: Review, table: SeriesTable[Any]) -> Export:
    """A series for copying and writing: as the lines of its table, and as its figures."""
    series = table.series
    heading = about(review.selection, series.crumb, review.audience)
    subjects = [one for row in table.rows for one in series.subjects(row)]

    def each() -> Iterator[Sequence[object]]:
        for one in subjects:
            for row in rows(review, (), [one], SUPPRESSED):
                yield [one.force or row[0], *row[1:]]

    return Export(
        name=file_name(review.selection, series.crumb.partition(" › ")[2]),
        about=heading,
        columns=header(()),
        count=len(subjects),
        rows=each,
        text=lambda: chain(heading, [""], map(harmless, table.text_lines())),
    )
