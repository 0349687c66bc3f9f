"""The numbers of what was found, where only the records give them: slices stacked on others."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from boardtui.core.measures.people import registered
from boardtui.core.words.wording import value_text
from boardtui.review.day.review import Review
from boardtui.review.find.answer import Answer
from boardtui.review.find.target import FigureTarget
from boardtui.store.connection.database import Database

AT_A_KEY = 100_000
"""Records that are read at most for the numbers of one answer that is waited for: some 50 ms."""


def counted(
    review: Review,
    database: Database,
    answer: Answer,
    wanted: Callable[[], bool],
    most: int | None = AT_A_KEY,
) -> Answer | None:
    """An answer with its numbers, the first ones first, as far as `most` records give them.

    None where it is wanted no more. Without `most` all are counted. `database` is the review's,
    opened by the thread that counts.
    """
    each = _records(review)
    if each is None:
        return answer
    read, found = 0, []
    for one in answer.found:
        if one.said is None and isinstance(one.target, FigureTarget) and len(one.target.slices) > 1:
            if not wanted():
                return None
            read += each
            if most is None or read <= most:
                one = replace(one, said=_said(review, database, one.target))
        found.append(one)
    return replace(answer, found=tuple(found))


def _records(review: Review) -> int | None:
    """How many records are read for one number; None where they are not there, or not shown."""
    snapshot, computed = review.selection.snapshot, review.now.computed
    if snapshot is None or not snapshot.given.records or review.audience.hides or computed is None:
        return None
    wholes = (one.value for one in computed.wholes() if one.measure == registered.name)
    whole = next(wholes, None)
    return None if whole is None else int(whole)


def _said(review: Review, database: Database, target: FigureTarget) -> str | None:
    # With it comes what counts a million cases, which a find of other things does without.
    from boardtui.store.counting.cross import narrowed_figures

    snapshot, within = review.selection.snapshot, target.slices
    assert snapshot is not None
    names = [target.measure]
    figures = narrowed_figures(database, snapshot, names, within, (), review.definition)
    return next((value_text(figure) for figure in figures if figure.slices == within), None)
