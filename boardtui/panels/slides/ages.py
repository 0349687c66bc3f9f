"""A slide of how late a backlog is: the oldest, and how many by days overdue, then and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import Figure
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import unit_of, value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.words import known, label, then_text
from boardtui.panels.panel import Board
from boardtui.panels.slides.asked import backlog_of, fills_of
from boardtui.panels.slides.caveat import caveat, hidden_flow
from boardtui.panels.slides.large import Number, tallest
from boardtui.panels.slides.message import Message, NotToldError, Part, Window
from boardtui.panels.slides.sentences import change_clause, said
from boardtui.panels.slides.slide import Slide
from boardtui.panels.slides.sources import sources_of
from boardtui.panels.text import Line, Role, chunk, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def message(slide: Slide, board: Board) -> Message:
    """How late the oldest of a backlog is, and was, and how many are overdue how long.

    Raises:
        NotToldError: there is nothing of the day about its lateness.
    """
    review, backlog = board.review, backlog_of(slide)
    oldest = known(review.figures(f"{backlog.overdue_name}_oldest_months"))
    bands = [
        one
        for one in review.by(backlog.overdue_name, "age_band")
        if one.figure.given and not one.earlier
    ]
    if oldest is None and not bands:
        force = review.selection.force.name
        raise NotToldError(f"{force} has no figure of how late overdue {backlog.name} are")
    shown = [one for one in (oldest, *bands) if one is not None]

    def parts(window: Window) -> Sequence[Part]:
        hidden = hidden_flow(replace(slide, measure=backlog.overdue_name), board)
        return [*_parts(oldest, bands, review, window), *caveat(hidden, board, window.width)]

    whole = known(review.figures(backlog.overdue_name))
    of = oldest or whole
    return Message(
        tuple(_sentences(backlog, oldest, bands, review)),
        parts,
        sources_of(shown, review),
        fills_of(of, review) if of is not None else {},
        numbers=(value_text(whole.figure),) if whole is not None else (),
        about=tuple(shown[:1]),
    )


def _sentences(
    backlog: Backlog,
    oldest: ComparedFigure | None,
    bands: Sequence[ComparedFigure],
    review: Review,
) -> Iterator[str]:
    """What the slide says, in ever fewer words."""
    if oldest is None:
        last = bands[-1].figure
        late = slice_title("age_band", last.slices[0].value)
        yield f"Of overdue {backlog.name}, {value_text(last, unit=False)} are {late} late."
        return
    told = said(oldest.figure)
    if clause := change_clause(oldest, review):
        yield f"{told}: {clause}."
    yield f"{told}."


def _parts(
    oldest: ComparedFigure | None,
    bands: Sequence[ComparedFigure],
    review: Review,
    window: Window,
) -> Iterator[Part]:
    if oldest is not None:
        yield Part(tallest(_numbers(oldest, review), window))
    if bands:
        yield Part((tuple(_bands(bands, review, window.width)),), need=1)


def _numbers(oldest: ComparedFigure, review: Review) -> list[list[Number]]:
    """How many months late the oldest was and is."""
    now = _number(oldest.figure, "late, now")
    then = oldest.comparison.then
    if then is None or then.value is None:
        return [[now]]
    return [[_number(then, "then", Role.DIGITS_THEN), now], [now]]


def _number(figure: Figure, when: str, role: Role = Role.DIGITS) -> Number:
    before, value = split_hedge(figure)
    unit = unit_of(figure.unit, figure.value)
    return Number(value, (chunk(label(f"{unit} {when}")), chunk(label(when))), before, role)


def _bands(bands: Sequence[ComparedFigure], review: Review, width: int) -> list[Line]:
    """How many are overdue by days, then and now, and bars of now."""
    were = [then_text(one, review) for one in bands]
    rows = []
    for place, (one, was) in enumerate(zip(bands, were, strict=True)):
        title = slice_title("age_band", one.figure.slices[0].value).removesuffix(" days")
        name = f"{title} days late" if place == 0 else title
        then = (chunk(quiet(was)),) if any(were) else ()
        now = chunk(value_text(one.figure, unit=False))
        rows.append(Row((chunk(quiet(name)), *then, now), one.figure.value))
    lines = barred(rows, width, gap=2, lead=2)
    return [_heads(rows, bool(any(were))), *lines]


def _heads(rows: Sequence[Row], then: bool) -> Line:
    """What stands over the columns of numbers."""
    widths = [max(row.cells[place].width for row in rows) for place in range(len(rows[0].cells))]
    text = " " * widths[0]
    for title, wide in zip(("then", "now") if then else ("now",), widths[1:], strict=True):
        text += f"  {title:>{wide}}"
    return (chunk(quiet(text)),)
