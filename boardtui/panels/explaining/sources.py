"""Where a figure comes from: records that were counted, or who said it, who carried it, where."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure
from boardtui.panels.phrases import day_of
from boardtui.review.day.compared import ComparedFigure

Row = tuple[str, str]

SYNTHETIC_RECORDS = "SYNTHETIC: the force does not exist"


def sources_of(subject: ComparedFigure) -> Iterator[Row]:
    """The sources of the figure, of what else was said, and of what it was."""
    if subject.force:
        yield "force", subject.force
    yield from _source("said by" if subject.figure.source else "counted", subject.figure)
    if subject.figure.synthetic:
        yield "", SYNTHETIC_RECORDS
    for other in subject.others:
        if other.source is not None:
            yield from _source("said too", other)
    comparison = subject.comparison
    for was in (comparison.then, comparison.then_other):
        if was is not None and was.source is not None:
            yield from _source("then", was)


def _source(label: str, figure: Figure) -> Iterator[Row]:
    source = figure.source
    if source is None:
        yield label, "from the force's records"
        return
    yield label, f"{source.said_by or 'somebody'}, “{day_of(figure).strip('“”')}”"
    if source.publisher:
        yield "publisher", source.publisher
    if source.address:
        yield "address", source.address
