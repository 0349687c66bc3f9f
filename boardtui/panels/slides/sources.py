"""Where the figures of a slide are from, in one quiet line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import day_text
from boardtui.panels.head import short_day, short_stated
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import BaselineKind

RECORDS = "the force's records"


def sources_of(shown: Sequence[ComparedFigure], review: Review) -> tuple[str, ...]:
    """The source of what is now and of what was then, in ever fewer words."""
    now = _first(source_now(one.figure) for one in shown)
    then = _first(source_then(one, review) for one in shown)
    short = _first(_briefly(one.figure) for one in shown)
    if not then:
        return tuple(dict.fromkeys((now, short)))
    return tuple(
        dict.fromkeys((f"then: {then}; now: {now}", f"then: {then}; now: {short}", f"now: {short}"))
    )


def _first(texts: Iterable[str]) -> str:
    """The sources, each once, in order."""
    return "; ".join(dict.fromkeys(filter(None, texts)))


def source_now(figure: Figure) -> str:
    """Who said a figure and in which publication; of records that they are the force's."""
    if figure.source is None:
        return RECORDS
    return figure.source.said or "published, by whom is not stated"


def _briefly(figure: Figure) -> str:
    if figure.source is None:
        return RECORDS
    return figure.source.said_by or figure.source.publisher or "published"


def source_then(one: ComparedFigure, review: Review) -> str:
    """Where what was then is from: "the inspection's report, “March 2023”"."""
    then, baseline = one.comparison.then, review.selection.baseline
    if then is None or baseline is None or not then.given:
        return ""
    if then.origin is Origin.RECORDS:
        return f"{RECORDS} of {day_text(then.as_at)}"
    if baseline.kind is BaselineKind.INSPECTION:
        return f"the inspection's report, {short_day(baseline)}"
    stated = then.as_at_stated
    day = f"“{short_stated(stated, then.as_at)}”" if stated else day_text(then.as_at)
    return f"{_briefly(then)}, {day}"
