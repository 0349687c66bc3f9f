"""The panels of the two backlogs: size, risk and age together, and what the backlog leaves out."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import value_text
from boardtui.panels.choices import chosen_by, given_too, others_of
from boardtui.panels.panel import Board
from boardtui.panels.phrases import as_stored, headline, labelled, own_day, then_other, was
from boardtui.panels.text import (
    Chunk,
    Line,
    Role,
    Span,
    bar,
    chunk,
    columns,
    number,
    parts,
    quiet,
    wrapped,
)
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def backlog_lines(backlog: Backlog, board: Board, width: int) -> list[Line]:
    """A backlog's panel; nothing where neither records nor anybody said how large it is."""
    review, name = board.review, backlog.overdue_name
    figures = review.figures(name)
    lines: list[Line] = []
    if figures:
        first = figures[0]
        lines += wrapped(headline(first), width)
        lines += wrapped(chosen_by(first), width)
        lines += wrapped(was(first), width)
        lines += wrapped(then_other(first), width)
        lines += wrapped(as_stored(first), width)
        lines += given_too(others_of(figures), width)
    shares = review.figures(f"{name}_share") if f"{name}_share" in MEASURES else []
    for share in shares:
        lines += wrapped(_said_share(share), width)
    risk, age = _risk(review, backlog), _age(review, name)
    # Shares by risk level said in public, in a panel of their own, may be those of the visits.
    levels = risk or (backlog is VISITS and review.by("risk_share", "risk_level"))
    size = "number" if shares else "size"
    unsaid = _unsaid(review, {size: figures, "risk": levels, "age": age})
    risk_and_age = [line for pieces in (risk, age, unsaid) for line in wrapped(pieces, width)]
    left_out = wrapped(_left_out(review, backlog), width)
    return parts(lines, risk_and_age, _bands(review, name, width), left_out)


def _said_share(share: ComparedFigure) -> list[Chunk]:
    """A per cent said of the backlog, which is no number of people, with the base stated."""
    base = f"of {share.figure.base}" if share.figure.base else "base not stated"
    pieces = [chunk("said ", number(value_text(share.figure)), f" {base}", subject=share)]
    return [*pieces, chunk(quiet(own_day(share)), subject=share)] if share.earlier else pieces


def _unsaid(review: Review, known: Mapping[str, object]) -> list[Chunk]:
    """What of size, risk and age was not published, where some of it was."""
    missing = [word for word, found in known.items() if not found]
    if review.selection.snapshot is not None or not 0 < len(missing) < len(known):
        return []
    return [chunk(quiet(f"not published: {', '.join(missing)}"))]


def _risk(review: Review, backlog: Backlog) -> list[Chunk]:
    """The overdue at high or very high risk; else whatever risk levels were published."""
    found = review.figures(backlog.high_risk_name)
    if found:
        return [labelled("high or very high risk", found[0], was=True)]
    return [
        labelled(f"{slice_title('risk_level', one.figure.slices[0].value)} risk", one, was=True)
        for one in review.by(backlog.overdue_name, "risk_level")
    ]


def _age(review: Review, name: str) -> list[Chunk]:
    """How late: the oldest, and the days that half of them are over."""
    pieces = [
        labelled("oldest", oldest, was=True)
        for oldest in review.figures(f"{name}_oldest_months")[:1]
        if oldest.figure.given
    ]
    for median in review.figures(f"{name}_median_days")[:1]:
        if median.figure.given:
            days = value_text(median.figure)
            pieces.append(chunk("half over ", number(days), subject=median))
    return pieces


def _bands(review: Review, name: str, width: int) -> list[Line]:
    """The age bands as bars."""
    bands = review.by(name, "age_band")
    if not bands:
        return []
    largest = max(band.figure.value or 0 for band in bands)
    labels = [_band_label(band) for band in bands]
    numbers = [value_text(band.figure) for band in bands]
    room = width - max(map(len, labels)) - max(map(len, numbers)) - 2
    rows = [
        (
            chunk(label),
            chunk(number(text), subject=band),
            chunk(Span(bar(band.figure.value or 0, largest, room), Role.BAR)),
        )
        for label, text, band in zip(labels, numbers, bands, strict=True)
    ]
    return columns(rows, frozenset((0, 1)), width, gap=1)


def _band_label(band: ComparedFigure) -> str:
    return slice_title("age_band", band.figure.slices[0].value)


LEFT_OUT = {"reactively_managed": "on reactive", "missing_people": "missing"}
"""What those who are not in a backlog are called on its panel."""


def _left_out(review: Review, backlog: Backlog) -> list[Chunk]:
    """Who is not in the backlog and might be thought to be: never hidden."""
    undated = f"{backlog.name}_not_dated"
    return [
        labelled(LEFT_OUT.get(name, "no date"), one)
        for name in (undated, *backlog.left_out)
        for one in review.figures(name)[:1]
    ]
