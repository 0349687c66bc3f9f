"""Where the figures of a slide are from, in one quiet line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.days import day_text
from boardtui.panels.cards.words import DAGGER
from boardtui.panels.head import short_day, short_stated
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

RECORDS = "the force's records"


def sources_now(shown: Sequence[ComparedFigure], review: Review) -> tuple[str, ...]:
    """The source of figures of now alone, in ever fewer words."""
    full = _first(source_now(one.figure) for one in shown)
    if full == RECORDS:
        return (f"{RECORDS} of {day_text(review.selection.day)}", RECORDS)
    return tuple(dict.fromkeys((full, _first(_briefly(one.figure) for one in shown[:1]))))


def records_of(then: date, now: date) -> tuple[str, ...]:
    """That figures of both days are of the force's records, in ever fewer words."""
    return f"{RECORDS} of {day_text(then)} and {day_text(now)}", f"{RECORDS} of both days"


def sources_of(shown: Sequence[ComparedFigure], review: Review) -> tuple[str, ...]:
    """The source of what is now and of what was then, in ever fewer words.

    The first figure is the one that the slide is of: what the others were from another source is
    marked, and the mark explained.
    """
    now = _first(source_now(one.figure) for one in shown)
    short = _first(_briefly(one.figure) for one in shown[:1])
    thens = list(dict.fromkeys(filter(None, (source_then(one, review) for one in shown))))
    if not thens:
        return sources_now(shown, review)
    if now == RECORDS and all(then.startswith(RECORDS) for then in thens):
        days = [one.comparison.then.as_at for one in shown if one.comparison.then is not None]
        return records_of(days[0], review.selection.day)
    marked = "".join(f"; {DAGGER} {_marked(then)}" for then in thens[1:])
    then, brief = thens[0], thens[0].replace("the inspection's report", "inspection")
    ways = [
        f"then: {then}{marked}; now: {now}",
        f"then: {then}{marked}; now: {short}",
        f"then: {brief}{marked}; now: {short.removeprefix('the force')}".replace(
            "now: 's ", "now: "
        ),
    ]
    if _briefly(shown[0].figure) in then:
        ways.append(f"{short}, of both days")
    baseline = review.selection.baseline
    day = short_day(baseline) if baseline else ""
    return tuple(dict.fromkeys((*ways, f"then: {day}; now: {_marked(short)}", short)))


def _marked(then: str) -> str:
    return then.removeprefix("the force's ")


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
