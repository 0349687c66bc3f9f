"""Who gave a figure, of how many it was chosen, and what others gave for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import value_text
from boardtui.panels.choices import agreement
from boardtui.panels.phrases import base_words, day_of, period_text, when
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.choices import chosen_otherwise
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Row = tuple[str, str]


def by_whom(review: Review, figure: Figure) -> str:
    """Who gave a figure then, and of which day: "by the records of 31 Mar 2023"."""
    if figure.source is None:
        return f"by the records of {day_text(figure.as_at)}"
    baseline = review.selection.baseline
    inspected = baseline is not None and baseline.kind is BaselineKind.INSPECTION
    who = "the inspection" if inspected else figure.source.said_by or "somebody"
    stated = f"“{figure.as_at_stated}”" if figure.as_at_stated else day_of(figure)
    return f"by {who}, {stated}"


def standing(review: Review, subject: ComparedFigure) -> str:
    """By whom the figure is that stands, and how it was chosen of how many."""
    figure = subject.figure
    synthetic = "SYNTHETIC " if figure.synthetic else ""
    day = day_text(figure.as_at)
    if figure.period_start is not None:
        day = period_text(figure.period_start, figure.as_at)
    said = f"{synthetic}said by {figure.said_by or 'somebody'}"
    told = f"by the {synthetic}records of {day}" if figure.source is None else said
    if not subject.others:
        return told
    count = len(subject.others) + 1
    chosen = (one.figure for one in chosen_otherwise(review))
    how = f"chosen by you of {count}" if figure in chosen else f"chosen of {count} given"
    return f"{told}; {how}" if subject.chosen else f"{told}; one of {count} given"


def said_too(review: Review, subject: ComparedFigure) -> Iterator[Row]:
    """What others gave for the same thing: of which base and day, if it agrees, and by whom."""
    for other in subject.others:
        share = review.compared(other).share
        base = f"of {value_text(share.base, unit=False)} {base_words(share.of)}" if share else ""
        who = "the records" if other.origin is Origin.RECORDS else other.said_by or "somebody"
        told = "; ".join(filter(None, (base, when(other))))
        yield value_text(other), f"{told}: {agreement(other, subject.figure)}"
        yield "", who
