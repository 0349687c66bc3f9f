"""The columns of a breakdown: then and now, the change, the shares of both days, what is later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.criterion.dimension import AGE_BAND
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.share import Share
from boardtui.core.measures.units import DAYS, MONTHS
from boardtui.core.words.wording import number_text, share_text, signed_interval, value_text
from boardtui.panels.bar_table import NOTHING, SPARED, BarColumn
from boardtui.panels.breakdown.then import Then, then_of, value_in
from boardtui.panels.phrases import change_text
from boardtui.panels.said_shares import count_of, people_text
from boardtui.panels.text import Role
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Rows = Sequence[ComparedFigure]
FigureColumn = BarColumn[ComparedFigure]
"""A column of a breakdown, whose rows are figures."""


OF_SHARES = ("share_then", "share", "points")


def figure_columns(
    review: Review, rows: Rows, total: ComparedFigure | None, *, then: bool = True
) -> list[FigureColumn]:
    """The columns of some rows, in reading order; without `then` those of this day alone."""
    known = [*rows, *([total] if total else [])]
    found = [*(_of_then(review, known) if then else ()), *_of_now(known)]
    if per_post := list(_per_post(review, known)):
        # An officer's part of all who are managed says little beside that.
        found = [replace(c, need=SPARED) if c.name in OF_SHARES else c for c in found]
    found += per_post
    order = ("then", "now", "change", "per_post", "later", "share_then", "share", "points", "part")
    place = {name: number for number, name in enumerate(order)}
    return sorted(found, key=lambda column: place.get(column.name, len(order)))


def _of_then(review: Review, rows: Rows) -> Iterator[FigureColumn]:
    """What stands under then, and what it takes both days for."""
    then = Then(review, rows)
    if not then.there:
        return
    yield BarColumn("then", then.head, then.text, _then_number, 1, bar=Role.BAR_THEN)
    if any(row.comparison.then is not None for row in rows):
        yield BarColumn("change", "change", _change_text, _change, 2)
    if any(row.share_then for row in rows) and not _by_age(rows):
        yield BarColumn("share_then", "share then", _share_then_text, _share_then, 4, Role.QUIET)
        yield BarColumn("points", "points", _points_text, _points, 5)


def _of_now(rows: Rows) -> Iterator[FigureColumn]:
    yield BarColumn("now", _now_head(rows), now_text, _now, 0, bar=Role.BAR)
    parts = [row.part for row in rows if row.part]
    if _by_age(rows):
        later = _Later(rows)
        yield BarColumn("later", "this late or later", later.text, later.number, 3)
    elif any(row.share for row in rows):
        yield BarColumn("share", "share now", _share_text, _share, 3)
    if parts and not all(_same(row.share, row.part) for row in rows if row.part):
        head = f"of all {value_text(parts[0].base, unit=False)}"
        need = 4 if _by_age(rows) else SPARED
        yield BarColumn("part", head, _part_text, _part, need)
    yield from _possible(rows)


def _per_post(review: Review, rows: Rows) -> Iterator[FigureColumn]:
    """Of a caseload, how many people it would be for a full-time post."""
    if rows and rows[0].measure.name == "caseload":
        of = _PerPost(review)
        yield BarColumn("per_post", "per full-time post", of.text, of.number, 3)


class _PerPost(Struct, frozen=True):
    review: Review

    def _figure(self, row: ComparedFigure) -> Figure | None:
        found = self.review.now.from_records("caseload_per_fte", row.figure.slices)
        return found[0] if found else None

    def text(self, row: ComparedFigure) -> str:
        figure = self._figure(row)
        return value_text(figure) if figure is not None and figure.given else NOTHING

    def number(self, row: ComparedFigure) -> float | None:
        figure = self._figure(row)
        return figure.value if figure else None


def _now_head(rows: Rows) -> str:
    """The head of now, with the unit where the title of what is counted does not say it."""
    units = {row.figure.unit for row in rows}
    timed = units & {DAYS, MONTHS} if len(units) == 1 else set()
    return f"now, {timed.pop()}" if timed else "now"


def _same(share: Share | None, part: Share | None) -> bool:
    return share is not None and part is not None and share.base == part.base


def now_text(row: ComparedFigure) -> str:
    """The figure of this day; of one that was said of an earlier day, that there is none."""
    return "not given" if row.earlier else value_in(row, row.figure)


def _now(row: ComparedFigure) -> float | None:
    return None if row.earlier else row.figure.value


def _then_number(row: ComparedFigure) -> float | None:
    then = then_of(row)
    return then.value if then else None


def _change_text(row: ComparedFigure) -> str:
    if row.comparison.then is None:
        return ""
    if row.comparison.comparable is False:
        return "not comparable"
    # The change in per cent is said of the whole: of a few people it would only distract.
    return change_text(row.comparison).partition(" (")[0]


def _change(row: ComparedFigure) -> float | None:
    return row.comparison.change if row.comparison.comparable else None


def _share_text(row: ComparedFigure) -> str:
    return share_text(row.share.interval) if row.share else NOTHING


def _share(row: ComparedFigure) -> float | None:
    return row.share.value if row.share else None


def _share_then_text(row: ComparedFigure) -> str:
    share = row.share_then
    return share_text(share.interval) if share else NOTHING


def _share_then(row: ComparedFigure) -> float | None:
    share = row.share_then
    return share.value if share else None


def _points_text(row: ComparedFigure) -> str:
    """The share now less the share then, in points."""
    then = row.share_then
    if row.share is None or then is None or row.share.of != then.of:
        return NOTHING
    return signed_interval((row.share.interval - then.interval).scaled(100), 1)


def _points(row: ComparedFigure) -> float | None:
    then = row.share_then
    if row.share is None or then is None or row.share.of != then.of:
        return None
    return row.share.value - then.value


def _part_text(row: ComparedFigure) -> str:
    return share_text(row.part.interval) if row.part else ""


def _part(row: ComparedFigure) -> float | None:
    return row.part.value if row.part else None


def _by_age(rows: Rows) -> bool:
    first = next((row.figure.slices for row in rows if row.figure.slices), ())
    return bool(first) and first[-1].dimension == AGE_BAND.name


class _Later:
    """Of an age band, how many are in it or in a later one; of bands that were counted."""

    def __init__(self, rows: Rows) -> None:
        self._numbers: dict[str | None, int] = {}
        so_far = 0
        counted = [row for row in rows if row.figure.origin is Origin.RECORDS and _is_band(row)]
        for row in reversed(counted):
            if row.figure.value is None:
                # With one that is withheld or not known, so is how many are as late or later.
                break
            so_far += int(row.figure.value)
            self._numbers[row.figure.slices[-1].value] = so_far

    def number(self, row: ComparedFigure) -> float | None:
        return self._numbers.get(row.figure.slices[-1].value) if _is_band(row) else None

    def text(self, row: ComparedFigure) -> str:
        number = self.number(row)
        return "" if number is None else number_text(number)


def _is_band(row: ComparedFigure) -> bool:
    slices = row.figure.slices
    return bool(slices) and slices[-1].dimension == AGE_BAND.name


POSSIBLE = {"managed": "of managed", "overdue_visits": "of overdue"}
"""The heads of the people that a per cent would be of each base that it may have."""


def _possible(rows: Rows) -> Iterator[FigureColumn]:
    for name, head in POSSIBLE.items():
        if any(count_of(row, name) for row in rows):
            of = _Possible(name)
            yield BarColumn(f"possible_{name}", head, of.text, of.number, 5, Role.QUIET)


class _Possible(Struct, frozen=True):
    """The people that a per cent would be, were it of a base."""

    base: str

    def text(self, row: ComparedFigure) -> str:
        count = count_of(row, self.base)
        return people_text(count.people) if count else ""

    def number(self, row: ComparedFigure) -> float | None:
        count = count_of(row, self.base)
        return count.people.low if count and count.people else None
