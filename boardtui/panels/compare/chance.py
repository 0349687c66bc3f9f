"""How far chance alone could go in explaining a section's differences: in full, and in brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from boardtui.core.comparing.countable import why_no_count
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import Origin
from boardtui.panels.panel import Board, ConclusionKey
from boardtui.panels.text import Line, chunk, number, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

if TYPE_CHECKING:
    from boardtui.core.comparing.conclusions import Conclusion

IN_FULL = (
    "overdue_visits",
    "overdue_high_risk",
    "overdue_assessments",
    "overdue_assessments_high_risk",
)
"""The figures of which it is said in sentences: the backlogs, and the risk in them."""

INDENT = 2


def keyed(review: Review, figures: Iterable[ComparedFigure]) -> dict[ConclusionKey, ComparedFigure]:
    """The figures that have a figure then, each set against it, and against the other one too.

    A second figure then counts where it is not the same number: the records may say what was not
    said.
    """
    found: dict[ConclusionKey, ComparedFigure] = {}
    for one in figures:
        then, other = one.comparison.then, one.comparison.then_other
        if then is None:
            continue
        found[one.figure, then.origin] = one
        if other is not None and other.interval not in (None, then.interval):
            besides = review.compared(one.figure, other.origin)
            found[one.figure, other.origin] = besides
    return found


def conclusions_of(
    compared: Mapping[ConclusionKey, ComparedFigure],
) -> dict[ConclusionKey, Conclusion]:
    """What may be concluded of each; the first time takes a second or two, for the library."""
    from boardtui.core.comparing.conclusions import conclude

    return {
        key: conclude(
            one.measure, one.comparison, one.share, one.share_then or one.share_then_other
        )
        for key, one in compared.items()
    }


def concluded_lines(figures: Iterable[ComparedFigure], board: Board, width: int) -> list[Line]:
    """What may be concluded of figures; nothing where none has one to be set against."""
    mine = {key: one for key, one in keyed(board.review, figures).items() if _is_told(one)}
    if not mine:
        return []
    lines = wrapped([chunk(quiet("Two points are a difference, not a trend."))], width)
    if board.conclusions is None:
        how = board.working or "being worked out…"
        return [*lines, *wrapped([chunk(quiet(f"how far chance could go: {how}"))], width)]
    for key, one in mine.items():
        found = board.conclusions.get(key)
        if found is not None:
            told = " ".join(found.sentences) if one.measure.name in IN_FULL else found.brief
            title = number(f"{_name(one, key[-1])}: ")
            lines += wrapped([chunk(title, told)], width, indent=INDENT)
    return lines


def _is_told(one: ComparedFigure) -> bool:
    """Whether anything is said of a difference: of a backlog, why not; else only of two counts."""
    if one.measure.name in IN_FULL:
        return True
    figures = (one.figure, one.comparison.then)
    counts = all(f is not None and why_no_count(one.measure, f, "") is None for f in figures)
    return counts and bool(one.comparison.comparable) and any(f and f.value for f in figures)


def _name(one: ComparedFigure, then: Origin) -> str:
    slices = [slice_title(each.dimension, each.value) for each in one.figure.slices]
    name = ", ".join([one.measure.title, *slices])
    if one.comparison.then_other is None:
        return name
    return f"{name} (then {'by records' if then is Origin.RECORDS else 'as said'})"
