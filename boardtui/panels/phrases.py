"""The phrases that panels are made of: a value with its base, what it was, what else was said."""

from __future__ import annotations

import math
from datetime import date

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.interval import Interval
from boardtui.core.figure.share import Share
from boardtui.core.measures import MEASURES
from boardtui.core.measures.units import PER_CENT
from boardtui.core.words.days import day_text, month_end, month_start, month_text, stated_day
from boardtui.core.words.wording import change_places, share_text, signed_interval, value_text
from boardtui.panels.text import Chunk, Role, Span, chunk, number, quiet
from boardtui.review.day.compared import ComparedFigure

BASE_WORDS = {
    "registered": "on the register",
    "managed": "managed",
    "actively_managed": "actively managed",
    "overdue_visits": "overdue visits",
    "overdue_assessments": "overdue assessments",
    "visits_attempted": "tried",
    "visits_seen": "seen",
}


def base_words(measure: str) -> str:
    """A base in the words that follow its number: "of 1,488 actively managed"."""
    return BASE_WORDS.get(measure, MEASURES[measure].title.lower())


def of_base(share: Share, places: int = 1) -> str:
    """A share with its base: "18.3% of 1,488 actively managed"."""
    base = value_text(share.base, unit=False)
    return f"{share_text(share.interval, places)} of {base} {base_words(share.of)}"


def stated_base(figure: Figure) -> str | None:
    """The base that a figure was said of; of a per cent without one, that it was not stated."""
    if figure.base:
        return f"base as stated: {figure.base}"
    return "base not stated" if figure.unit == PER_CENT else None


def headline(compared: ComparedFigure) -> list[Chunk]:
    """A figure at full strength, with its share of its base."""
    pieces = [chunk(Span(value_text(compared.figure), Role.HEADLINE), subject=compared)]
    if compared.share:
        pieces.append(chunk(of_base(compared.share), subject=compared))
    if compared.earlier:
        pieces.append(chunk(quiet(own_day(compared)), subject=compared))
    return pieces


def own_day(compared: ComparedFigure) -> str:
    """The day of a figure that was said of an earlier day than the board's."""
    return f"stated: {day_of(compared.figure)}"


def labelled(label: str, compared: ComparedFigure, *, was: bool = False) -> Chunk:
    """A figure after its name: "no date 6"; with `was`, what it was behind it."""
    spans = [Span(f"{label} "), number(value_text(compared.figure))]
    then = compared.comparison.then
    if compared.earlier:
        spans.append(quiet(f" ({own_day(compared)})"))
    elif was and then is not None and then.given:
        spans.append(quiet(f" (was {value_text(then, unit=False)})"))
    return chunk(*spans, subject=compared)


def change_text(comparison: Comparison) -> str:
    """A change with its sign, and in per cent where it has one: "+56 (+26%)"."""
    if comparison.change_interval is None or comparison.then is None:
        return ""
    suffix = " points" if comparison.now.unit == PER_CENT else ""
    places = change_places(comparison.now, comparison.then)
    text = signed_interval(comparison.change_interval, places, suffix)
    if math.isinf(comparison.change_interval.low) and math.isinf(comparison.change_interval.high):
        return text
    if comparison.percent_interval is not None and comparison.change:
        text += f" ({_percent(comparison.percent_interval)})"
    return text


def _percent(change: Interval) -> str:
    """A change in per cent: whole ones, but for a change that would read as none."""
    small = all(abs(end) < 1 for end in (change.low, change.high))
    return signed_interval(change, 1 if small else 0, "%")


def was(compared: ComparedFigure) -> list[Chunk]:
    """The same as `then_and_change`."""
    return then_and_change(compared)


def then_and_change(compared: ComparedFigure) -> list[Chunk]:
    """What a figure was then, how it changed, and the share; or why that can't be said."""
    comparison, then = compared.comparison, compared.comparison.then
    if then is None:
        return []
    if then.value is None:
        return [chunk(quiet(f"then: {value_text(then)}"), subject=compared)]
    pieces = [chunk(quiet("then "), number(value_text(then)), subject=compared)]
    if comparison.comparable is None:
        return pieces
    if not comparison.comparable:
        return [*pieces, chunk(quiet(f"not comparable: {comparison.caution}"), subject=compared)]
    if change := change_text(comparison):
        pieces.append(chunk(number(change), subject=compared))
    if share := compared.share_then or compared.share_then_other:
        base = value_text(share.base, unit=False)
        if compared.share is None or compared.share.of != share.of:
            base += f" {base_words(share.of)}"
        records = "" if compared.share_then else " (records)"
        text = f"{share_text(share.interval)} of {base} then{records}"
        pieces.append(chunk(quiet(text), subject=compared))
    elif compared.share:
        pieces.append(chunk(quiet("base then not published"), subject=compared))
    return pieces


def then_other(compared: ComparedFigure) -> list[Chunk]:
    """The baseline's other figure, where it is not the same as the one shown."""
    then, other = compared.comparison.then, compared.comparison.then_other
    if then is None or other is None or not other.given:
        return []
    if (other.value, other.suppressed) == (then.value, then.suppressed):
        return []
    origin = "the records then give" if other.origin is Origin.RECORDS else "published then"
    return [chunk(quiet(f"{origin} {value_text(other)}"), subject=compared)]


def as_stored(compared: ComparedFigure) -> list[Chunk]:
    """What the figures were when they were taken in, where that was under other definitions."""
    stored = ((compared.stored, "now"), (compared.then_stored, "then"))
    words = [f"{value_text(figure)} {when}" for figure, when in stored if figure is not None]
    if not words:
        return []
    return [chunk(quiet(f"as counted at the time: {', '.join(words)}"), subject=compared)]


def day_of(figure: Figure) -> str:
    """A figure's day as it was stated, or as it is."""
    return stated_day(figure.as_at, figure.as_at_stated)


def when(figure: Figure) -> str:
    """A figure's day or period as it was stated, or as it is where its words name none."""
    if figure.period_start is None:
        return day_of(figure)
    stated, period = figure.as_at_stated, period_text(figure.period_start, figure.as_at)
    if stated is None:
        return period
    return stated if any(char.isdigit() for char in stated) else f"{period}, “{stated}”"


def period_text(start: date, end: date) -> str:
    """A period in words: whole months as months ("Apr 2019 to Mar 2020"), else in days."""
    if (start, end) != (month_start(start), month_end(end)):
        return f"{day_text(start)} to {day_text(end)}"
    if start == month_start(end):
        return month_text(end)
    return f"{month_text(start)} to {month_text(end)}"
