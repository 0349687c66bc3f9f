"""What cards are worded with: labels in grey, values in the text's colour, and what stood then."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import NOT_KNOWN, share_text, value_text
from boardtui.panels.phrases import base_words, change_text
from boardtui.panels.subject import Subject
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, line_width
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

DAGGER = "†"
"""Marks what stands under then from another source than the heading's."""


def label(text: str) -> Span:
    return Span(text, Role.QUIET)


def strong(text: str) -> Span:
    return Span(text, Role.STRONG)


def line(*parts: str | Span, subject: Subject | None = None) -> Line:
    """A line of one chunk; plain text is a value."""
    return (chunk(*parts, subject=subject),)


def and_more(count: int) -> Line:
    """That so many lines of a table have no room."""
    return line(label(f"and {count} more"))


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


def fits(told: Line, width: int) -> bool:
    """Whether a line has room."""
    return line_width(told) <= width


def mark(figure: Figure | None, review: Review) -> str:
    """The dagger, where a figure then is from another source than the heading names."""
    baseline = review.selection.baseline
    if figure is None or baseline is None:
        return ""
    expected = Origin.RECORDS if baseline.kind is BaselineKind.SNAPSHOT else Origin.PUBLISHED
    return "" if figure.origin is expected else DAGGER


def then_sources(review: Review) -> tuple[str, ...]:
    """What the dagger means on a board, in full and in short: where its numbers come from."""
    baseline = review.selection.baseline
    if baseline is not None and baseline.kind is BaselineKind.SNAPSHOT:
        return ("as published",)
    day = (f"by the records of {day_text(baseline.as_at)}",) if baseline is not None else ()
    return (*day, "by records")


def then_text(one: ComparedFigure, review: Review, *, unit: bool = False) -> str:
    """What a figure was, with the mark of another source; nothing where that is not known."""
    then = one.comparison.then
    if then is None or not then.given:
        return ""
    return value_text(then, unit=unit) + mark(then, review)


def changed(one: ComparedFigure) -> tuple[str, str]:
    """A change and the same in per cent: "+56", "+26%"; blank where there is none, or not known."""
    if one.earlier or not one.comparison.comparable:
        return "", ""
    text = change_text(one.comparison)
    if text == NOT_KNOWN:
        return "", ""
    number, _, percent = text.partition(" (")
    return number, percent.rstrip(")")


def change_line(one: ComparedFigure) -> str:
    """A change on one line: "+56 (+26%)"."""
    number, percent = changed(one)
    return f"{number} ({percent})" if percent else number


def of_base(one: ComparedFigure) -> tuple[Line, ...]:
    """The share and its base, from "18.3% of 1,488 actively managed" to the least that says it."""
    share = one.share
    if share is None:
        return ()
    text, words = share_text(share.interval), base_words(share.of)
    base = value_text(share.base, unit=False)
    return (
        line(text, label(" of "), base, label(f" {words}"), subject=one),
        line(text, label(f", {words}"), subject=one),
        line(text, label(" of "), base, subject=one),
        line(text, subject=one),
    )


def known(figures: Iterable[ComparedFigure]) -> ComparedFigure | None:
    """The first figure of the heading's own day that has a value, or is withheld."""
    mine = (one for one in figures if not one.earlier)
    return next(
        (one for one in mine if one.figure.value is not None or one.figure.suppressed), None
    )
