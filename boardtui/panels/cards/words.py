"""What cards are worded with: labels in grey, values in the text's colour, and what stood then."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.wording import number_text, share_text, unit_of, value_text
from boardtui.panels.phrases import base_words, change_text
from boardtui.panels.subject import Subject
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width, space
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import BaselineKind

DAGGER = "†"
"""Marks what stands under then from another source than the heading's."""


def label(text: str) -> Span:
    return Span(text, Role.QUIET)


def strong(text: str) -> Span:
    return Span(text, Role.STRONG)


def line(*parts: str | Span, subject: Subject | None = None) -> Line:
    """A line of one chunk; plain text is a value."""
    return (chunk(*parts, subject=subject),)


def joined(pieces: Iterable[Chunk], width: int, between: str = " · ") -> Line:
    """As many pieces as fit a width, the first ones first, with a sign between them."""
    shown: list[Chunk] = []
    used = 0
    for piece in pieces:
        gap = len(between) if shown else 0
        if used + gap + piece.width > width:
            continue
        if shown:
            shown.append(chunk(label(between)))
        shown.append(piece)
        used += gap + piece.width
    return tuple(shown)


def spread(left: Line, right: Line, width: int) -> Line:
    """Two ends of a line, as far apart as it is wide."""
    return (*left, space(max(1, width - line_width(left) - line_width(right))), *right)


def mark(figure: Figure | None, review: Review) -> str:
    """The dagger, where a figure then is from another source than the heading names."""
    baseline = review.selection.baseline
    if figure is None or baseline is None:
        return ""
    expected = Origin.RECORDS if baseline.kind is BaselineKind.SNAPSHOT else Origin.PUBLISHED
    return "" if figure.origin is expected else DAGGER


def then_text(one: ComparedFigure, review: Review, *, unit: bool = False) -> str:
    """What a figure was, with the mark of another source; nothing where that is not known."""
    then = one.comparison.then
    if then is None or not then.given:
        return ""
    return value_text(then, unit=unit) + mark(then, review)


def changed(one: ComparedFigure) -> tuple[str, str]:
    """A change and the same in per cent: "+56", "+26%"; blank where there is none."""
    if one.earlier or not one.comparison.comparable:
        return "", ""
    text = change_text(one.comparison)
    number, _, percent = text.partition(" (")
    return number, percent.rstrip(")")


def change_line(one: ComparedFigure) -> str:
    """A change on one line: "+56 (+26%)"."""
    number, percent = changed(one)
    return f"{number} ({percent})" if percent else number


def of_base(one: ComparedFigure) -> Line:
    """The share and its base: "18.3% of 1,488 actively managed"."""
    share = one.share
    if share is None:
        return ()
    base = value_text(share.base, unit=False)
    return line(
        share_text(share.interval),
        label(" of "),
        base,
        label(f" {base_words(share.of)}"),
        subject=one,
    )


def of_base_briefly(one: ComparedFigure) -> Line:
    """The share and the name of its base, where the number of that has no room."""
    if one.share is None:
        return ()
    words = base_words(one.share.of)
    return line(share_text(one.share.interval), label(f", {words}"), subject=one)


def known(figures: Iterable[ComparedFigure]) -> ComparedFigure | None:
    """The first figure of the heading's own day that has a value, or is withheld."""
    mine = (one for one in figures if not one.earlier)
    return next(
        (one for one in mine if one.figure.value is not None or one.figure.suppressed), None
    )


def value_of(one: ComparedFigure, *, unit: bool = True) -> str:
    return value_text(one.figure, unit=unit)


def people(number: float) -> str:
    """A count with its noun: "1 person", "3 people"."""
    return f"{number_text(number)} {unit_of('people', number)}"
