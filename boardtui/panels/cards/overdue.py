"""The card of a backlog: its size, how it changed, how late it is, and what it does not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.dimension import Slice, slice_title
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure
from boardtui.core.flow.counts import most_without
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS, VISITS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import count_text, number_text, value_text
from boardtui.panels.cards.bars import Scale, scale_of
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import (
    change_line,
    changed,
    joined,
    known,
    label,
    line,
    of_base,
    of_base_briefly,
    strong,
    then_text,
)
from boardtui.panels.choices import said_later
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, Span, chunk, columns, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

WIDE = 30
"""Columns of text from which a card says things in full."""


def overdue_card(backlog: Backlog, board: Board, width: int) -> Card | None:
    """A backlog by its count; None where neither records nor anybody gave one for the day."""
    review = board.review
    one = known(review.figures(backlog.overdue_name))
    if one is None:
        return None
    scale = backlogs_scale(review, width)
    before, value = split_hedge(one.figure)
    return Card(
        Headline(
            label=MEASURES[backlog.overdue_name].title,
            value=value,
            subject=one,
            before=before,
            wide=_wide(one),
            under=_under(one, review, width),
        ),
        (
            Block((_base(one, width),), need=1),
            Block(_then_now(one, review, scale), need=2, apart=True),
            Block(_bands(review, backlog.overdue_name, scale, width), need=5, apart=True),
            Block(_age(review, backlog.overdue_name, width), need=3),
            Block(_more(review, backlog, width), need=6),
            Block(
                _foot(board, backlog, width),
                need=1 if _caution(board, backlog) else 4,
                last=True,
            ),
        ),
    )


def _wide(one: ComparedFigure) -> tuple[Line, ...]:
    """What stands beside the digits: the change, and what else was said."""
    number, percent = changed(one)
    lines: list[Line] = []
    if number:
        lines = [(), line(strong(f"{number}  {percent}".rstrip())), line(label("since then"))]
    elif reason := _incomparable(one):
        lines = [(), line(label(reason))]
    for other in _said_otherwise(one)[:1]:
        lines += [(), _otherwise(one, other)]
    return tuple(lines)


def _incomparable(one: ComparedFigure) -> str:
    return "not comparable: d" if one.comparison.comparable is False else ""


def _otherwise(one: ComparedFigure, other: Figure) -> Line:
    when = "later said" if said_later(other) else "said" if other.source else "counted"
    return line(label(f"{when} "), value_text(other, unit=False), subject=one)


def _said_otherwise(one: ComparedFigure) -> Sequence[Figure]:
    """What others gave for the same thing that cannot be true as well."""
    return [other for other in one.others if agree(other, one.figure) is False]


def _under(one: ComparedFigure, review: Review, width: int) -> tuple[Line, ...]:
    """The same below the digits, where there is no room beside them."""
    pieces = [chunk(strong(text))] if (text := change_line(one)) else []
    pieces += [chunk(label("not comparable: d"))] if _incomparable(one) else []
    for other in _said_otherwise(one)[:1]:
        word = "said " if other.source else "counted "
        pieces.append(chunk(label(word), value_text(other, unit=False), subject=one))
    return (joined(pieces, width),) if pieces else ()


def _base(one: ComparedFigure, width: int) -> Line:
    whole = of_base(one)
    if one.share is None:
        base = f"of {one.figure.base}" if one.figure.base else ""
        return line(label(base or MEASURES[one.figure.measure].title.lower()))
    return whole if sum(piece.width for piece in whole) <= width else of_base_briefly(one)


def backlogs_scale(review: Review, width: int) -> Scale:
    """One scale for both backlogs of a board, on which every bar of both has room."""
    needs: list[tuple[float | None, int]] = []
    for backlog in BACKLOGS.values():
        one = known(review.figures(backlog.overdue_name))
        if one is None:
            continue
        then = one.comparison.then
        room = width - len(_then_label(one))
        needs += [(one.figure.value, room), (then.value if then else None, room)]
        if width >= WIDE:
            bands = review.by(backlog.overdue_name, "age_band")
            needs += [(band.figure.value, width - BAND_LABEL - 6) for band in bands]
    return scale_of(needs)


def _then_label(one: ComparedFigure) -> str:
    """As long as what stands before the bars of then and now."""
    return f"then {max((value_text(one.figure, unit=False), _then(one)), key=len)} "


def _then(one: ComparedFigure) -> str:
    then = one.comparison.then
    return value_text(then, unit=False) if then is not None and then.value is not None else ""


def _then_now(one: ComparedFigure, review: Review, scale: Scale) -> tuple[Line, ...]:
    """Then over now, as bars; nothing where then is not known."""
    was = then_text(one, review)
    if not was:
        return ()
    wide = max(len(was), len(value_text(one.figure, unit=False)))
    then = one.comparison.then
    return (
        line(label("then "), f"{was:>{wide}} ", scale.then(then.value if then else None)),
        line(
            label("now  "),
            f"{value_text(one.figure, unit=False):>{wide}} ",
            scale.now(one.figure.value),
            subject=one,
        ),
    )


BAND_LABEL = len("1–30 days late")


def _bands(review: Review, name: str, scale: Scale, width: int) -> tuple[Line, ...]:
    """The age bands as bars; the first says that it is days."""
    bands = [one for one in review.by(name, "age_band") if one.figure.given]
    rows = [
        (
            chunk(quiet(_band_label(one, first=number == 0))),
            chunk(value_text(one.figure, unit=False), subject=one),
            chunk(" ", scale.now(one.figure.value)),
        )
        for number, one in enumerate(bands)
    ]
    return tuple(columns(rows, frozenset((1,)), width, gap=1)) if rows else ()


def _band_label(one: ComparedFigure, *, first: bool) -> str:
    text = slice_title("age_band", one.figure.slices[0].value)
    return f"{text} late" if first else text.removesuffix(" days")


def _age(review: Review, name: str, width: int) -> tuple[Line, ...]:
    """How late the oldest is, and was."""
    one = known(review.figures(f"{name}_oldest_months"))
    if one is None:
        return ()
    pieces: list[Chunk] = [chunk(value_text(one.figure), label(" the oldest"), subject=one)]
    if was := then_text(one, review, unit=True):
        pieces.append(chunk(label("then "), was, subject=one))
    return (joined(pieces, width, ", "),)


def _more(review: Review, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """What a large card says besides: the risk in the backlog, and how late half of it is."""
    lines = []
    risk = known(review.figures(backlog.high_risk_name))
    for one in [risk] if risk else _said_levels(review, backlog):
        lines.append(_level(one, review))
    median = known(review.figures(f"{backlog.overdue_name}_median_days"))
    if median is not None:
        lines.append(line(label("half over "), value_text(median.figure), subject=median))
    return tuple(lines)


def _said_levels(review: Review, backlog: Backlog) -> list[ComparedFigure]:
    found = review.by(backlog.overdue_name, "risk_level")
    return [one for one in found if not one.earlier and one.figure.given]


def _level(one: ComparedFigure, review: Review) -> Line:
    level = "high or very high risk"
    if one.figure.slices:
        level = f"{slice_title('risk_level', one.figure.slices[0].value)} risk"
    parts: list[str | Span] = [value_text(one.figure, unit=False), label(f" at {level}")]
    if was := then_text(one, review):
        parts += [label(", then "), was]
    return line(*parts, subject=one)


def _foot(board: Board, backlog: Backlog, width: int) -> tuple[Line, ...]:
    """How the backlog moved, where it moved by more than visits; and whom it does not count."""
    pieces = list(_moved(board, backlog, brief=width < WIDE))
    if out := _left_out(board.review, backlog):
        pieces.append(out)
    fit = joined(pieces, width)
    if _caution(board, backlog) and pieces[0].width > width:
        # What a fall hides is never left out for want of room.
        return tuple(wrapped([pieces[0]], width))
    if len(pieces) > 1 and sum(piece.width for piece in pieces) + 3 > width:
        # The caution of a fall that was no visits comes first; else who is not counted.
        worst = pieces[0] if _caution(board, backlog) else pieces[-1]
        fit = joined([worst], width)
    return (fit,) if fit else ()


def _caution(board: Board, backlog: Backlog) -> bool:
    flow = board.flows.get(backlog.name)
    return flow is not None and most_without(flow)


def _moved(board: Board, backlog: Backlog, *, brief: bool) -> Iterator[Chunk]:
    flow = board.flows.get(backlog.name)
    if flow is None:
        return
    if most_without(flow):
        done = flow.parts[next(part for part in flow.parts if part.value == backlog.done_part)]
        without = count_text(flow.cleared_without)
        also = () if brief else (label(", "), count_text(done), label(f" {backlog.done_part}"))
        yield chunk(strong(without), label(f" cleared without {backlog.a_one}"), *also)
    elif flow.dates_moved:
        moved = number_text(flow.dates_moved)
        yield chunk(moved, label(" due dates moved" if flow.dates_moved > 1 else " due date moved"))


def _left_out(review: Review, backlog: Backlog) -> Chunk | None:
    """How many the backlog does not count who might be thought to be in it; by why, behind `d`."""
    names = (f"{backlog.name}_not_dated", *backlog.left_out)
    figures = [known(review.figures(name)) for name in names]
    counts = [one.figure.value for one in figures if one is not None]
    if not counts or None in counts:
        return None
    return chunk(number_text(sum(filter(None, counts))), label(" not counted"))


def slice_card(board: Board, width: int) -> Card | None:
    """Overdue visits of one slice that were said of the day, where no whole was."""
    one = slice_said(board)
    if one is None:
        return None
    before, value = split_hedge(one.figure)
    words = tuple(line(label(text)) for text in _slice_words(one.figure.slices[0]))
    return Card(
        Headline(f"Overdue {slice_words(one)}", value, one, before, ((), *words), under=words),
        (Block(said_by(one, width), need=2, apart=True),),
    )


def slice_said(board: Board) -> ComparedFigure | None:
    """Overdue visits at a risk level that were said of the day, where no whole was; if any."""
    if known(board.review.figures(VISITS.overdue_name)) is not None:
        return None
    return next(iter(_said_levels(board.review, VISITS)), None)


def slice_words(one: ComparedFigure) -> str:
    """The slice of such a figure in words: "above low risk", "at high risk"."""
    level = slice_title("risk_level", one.figure.slices[0].value)
    return f"{level} risk" if level.startswith("above") else f"at {level} risk"


def _slice_words(one: Slice) -> list[str]:
    if one.value == "above_low":
        return ["medium, high and very high", "risk together"]
    return [f"visits overdue at {slice_title(one.dimension, one.value)} risk"]
