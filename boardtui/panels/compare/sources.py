"""Of which day and by whom the figures of each side are, and under which definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import day_text
from boardtui.panels.phrases import day_of
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.review import Review


def sources(rows: Sequence[Aligned], review: Review) -> Iterator[str]:
    """A line for each source of a side."""
    sides: list[tuple[str, Iterable[Figure | None]]] = [
        ("then, as said", (row.said for row in rows)),
        ("then, by records", (row.counted for row in rows)),
        ("now", (row.now.figure for row in rows if row.now and not row.now.earlier)),
        ("earlier", (row.now.figure for row in rows if row.now and row.now.earlier)),
    ]
    for label, figures in sides:
        for source in dict.fromkeys(_source(figure) for figure in figures if figure):
            yield f"{label}: {source}"
    yield from _other_definitions(review)


def _other_definitions(review: Review) -> Iterator[str]:
    """Under which definition a side's figures were stored, where it is not the one shown."""
    for label, side in (("then, by records", review.then), ("now", review.now)):
        own = side.computed.snapshot.definition if side.computed else review.definition
        if own != review.definition:
            here = f"here: {review.definition.in_full()}"
            yield f"{label}: as stored under another definition: {own.in_full()}; {here}"


def _source(figure: Figure) -> str:
    """Day, origin and source of a figure: what a reader is to know of a side."""
    if figure.origin is Origin.RECORDS:
        whose = "synthetic records" if figure.synthetic else "records"
        when = "periods as named" if figure.period_start else day_text(figure.as_at)
        return f"{when}, {whose}"
    source = figure.source
    who = f", said by {source.said_by}" if source and source.said_by else ""
    where = f", in {source.publisher}" if source and source.publisher else ""
    synthetic = ", synthetic" if figure.synthetic else ""
    return f"{day_of(figure)}{synthetic}{who}{where}"
