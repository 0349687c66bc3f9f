"""The columns of a breakdown: now, then, change, share of the base, part of the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boardtui.core.criterion.dimension import AGE_BAND
from boardtui.core.figure.figure import Origin
from boardtui.core.figure.share import Share
from boardtui.core.words.wording import number_text, share_text, value_text
from boardtui.panels import cells
from boardtui.panels.phrases import base_words, change_text, of_base
from boardtui.panels.text import Role
from boardtui.review.breakdown import one_origin
from boardtui.review.day.compared import ComparedFigure

Rows = Sequence[ComparedFigure]
Text = Callable[[ComparedFigure], str]

NOTHING = "–"
LEAST, CHANGE_LEAST = 6, 14
"""The least cells of a column of numbers, and of the changes."""


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of a breakdown: its head, what it says of a row's figure, and its cells."""

    head: str
    text: Text
    width: int
    role: Role
    drawn: bool
    """Whether a bar beside it draws what it says: how many there are now, or that part of all."""


def figure_columns(rows: Rows, total: ComparedFigure | None) -> list[FigureColumn]:
    """The columns of a breakdown, in the order in which they are needed.

    They are as wide as the rows given need, the first ones of a long breakdown, and the total.
    """
    known = [*rows, total] if total else rows
    parts = [row.part for row in rows if row.part]
    # Of a mix the share is of the whole already.
    mix = bool(parts) and all(_same(row.share, row.part) for row in rows)
    columns = [
        _column(known, "now", now_text, LEAST, Role.NUMBER, drawn=True),
        _column(known, _then_head(rows), _then_text, LEAST, Role.TEXT),
        _column(known, "change", _change_text, CHANGE_LEAST, Role.TEXT),
    ]
    if _by_age(rows):
        columns.append(_column(known, "this late or later", _Later(rows)))
    elif any(row.share for row in known):
        columns.append(_column(known, *_share(known), drawn=mix))
    if parts and not mix:
        head = f"part of all {value_text(parts[0].base, unit=False)}"
        columns.append(_column(known, head, _part_text, drawn=True))
    return columns


def _column(
    rows: Rows,
    head: str,
    text: Text,
    least: int = LEAST,
    role: Role = Role.QUIET,
    *,
    drawn: bool = False,
) -> FigureColumn:
    width = max(least, cells.width(head), *(cells.width(text(row)) for row in rows))
    return FigureColumn(head, text, width, role, drawn)


def _same(share: Share | None, part: Share | None) -> bool:
    return share is not None and part is not None and share.base == part.base


def now_text(row: ComparedFigure) -> str:
    return value_text(row.figure, unit=False)


def _then_head(rows: Rows) -> str:
    """The head of what was, with its origin where that is the same in all rows."""
    origin = one_origin(row.comparison.then for row in rows)
    return {Origin.RECORDS: "then, records", Origin.PUBLISHED: "then, said", None: "then"}[origin]


def _then_text(row: ComparedFigure) -> str:
    then = row.comparison.then
    return value_text(then, unit=False) if then else NOTHING


def _change_text(row: ComparedFigure) -> str:
    if row.comparison.then is None:
        return ""
    return "not comparable" if row.comparison.comparable is False else change_text(row.comparison)


def _share(rows: Rows) -> tuple[str, Text]:
    """The head and text of the share: the base is named in the head where all rows have one."""
    bases = {row.share.of for row in rows if row.share}
    if len(bases) != 1:
        return "share of base", lambda row: of_base(row.share) if row.share else NOTHING
    return f"of {base_words(bases.pop())}", _share_text


def _share_text(row: ComparedFigure) -> str:
    if row.share is None:
        return NOTHING
    return f"{share_text(row.share.interval)} of {value_text(row.share.base, unit=False)}"


def _part_text(row: ComparedFigure) -> str:
    return share_text(row.part.interval) if row.part else ""


def _by_age(rows: Rows) -> bool:
    return bool(rows) and rows[0].figure.slices[-1].dimension == AGE_BAND.name


class _Later:
    """Of an age band, how many are in it or in a later one; of bands that were counted."""

    def __init__(self, rows: Rows) -> None:
        self._numbers: dict[str | None, int] = {}
        so_far = 0
        for row in reversed([row for row in rows if row.figure.origin is Origin.RECORDS]):
            if row.figure.value is None:
                # With one that is withheld or not known, so is how many are as late or later.
                break
            so_far += int(row.figure.value)
            self._numbers[row.figure.slices[-1].value] = so_far

    def __call__(self, row: ComparedFigure) -> str:
        slices = row.figure.slices
        number = self._numbers.get(slices[-1].value) if slices else None
        return "" if number is None else number_text(number)
