"""The phrases that panels are made of: a value with its base, what it was, what else was said."""

from __future__ import annotations

from boardtui.core.comparison import Comparison
from boardtui.core.days import stated_day
from boardtui.core.figure import Figure, Origin
from boardtui.core.hedge import is_count
from boardtui.core.interval import Interval
from boardtui.core.measures import MEASURES
from boardtui.core.share import Share
from boardtui.core.wording import (
    share_text,
    signed_interval,
    value_text,
)
from boardtui.panels.text import Chunk, Role, Span, chunk, number, quiet
from boardtui.review.review import ComparedFigure

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
    elif was and then is not None and then.value is not None:
        spans.append(quiet(f" (was {value_text(then, unit=False)})"))
    return chunk(*spans, subject=compared)


def change_text(comparison: Comparison) -> str:
    """A change with its sign, and in per cent where it has one: "+56 (+26%)"."""
    if comparison.change_interval is None:
        return ""
    points = comparison.now.unit == "per cent"
    suffix = " points" if points else ""
    places = 0 if is_count(comparison.now.unit) else 1
    text = signed_interval(comparison.change_interval, places, suffix)
    if comparison.percent_interval is not None and comparison.change:
        text += f" ({_percent(comparison.percent_interval)})"
    return text


def _percent(change: Interval) -> str:
    """A change in per cent: whole ones, but for a change that would read as none."""
    small = all(abs(end) < 1 for end in (change.low, change.high))
    return signed_interval(change, 1 if small else 0, "%")


def was(compared: ComparedFigure) -> list[Chunk]:
    """What a figure was, how it changed, and the share then; or why that can't be said."""
    comparison, then = compared.comparison, compared.comparison.then
    if then is None:
        return []
    if then.value is None:
        return [chunk(quiet(f"then: {value_text(then)}"), subject=compared)]
    pieces = [chunk("was ", number(value_text(then)), subject=compared)]
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
    if then is None or other is None or other.value in (None, then.value):
        return []
    origin = "the records then give" if other.origin is Origin.RECORDS else "published then"
    return [chunk(quiet(f"{origin} {value_text(other)}"), subject=compared)]


def beside(said: ComparedFigure, computed: Figure | None) -> Chunk:
    """A published figure beside the computed one, with their difference."""
    spans = [Span("said "), number(value_text(said.figure))]
    if said.share:
        spans.append(Span(f" of {value_text(said.share.base, unit=False)}"))
    mine, theirs = computed.interval if computed else None, said.figure.interval
    if mine and theirs:
        difference = f"{signed_interval(theirs - mine)} on records"
        spans.append(quiet(": records agree" if mine.overlaps(theirs) else f": {difference}"))
    return chunk(*spans, subject=said)


def day_of(figure: Figure) -> str:
    """A figure's day as it was stated, or as it is."""
    return stated_day(figure.as_at, figure.as_at_stated)
