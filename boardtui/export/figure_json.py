"""Figures as JSON has them; the contract for scripts. Numbers are not rounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boardtui.core.audience.rules import SHOW_ALL, Rules
from boardtui.core.criterion.dimension import Slices
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.interval import Interval, end, whole
from boardtui.core.figure.possible_base import PossibleCount
from boardtui.core.figure.share import Share
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.review.day.selection import Selection
from boardtui.review.day.side import Side

Json = dict[str, Any]


def heading_json(selection: Selection, audience: Rules = SHOW_ALL) -> Json:
    """What stands before the figures: whose they are, as at when, against what.

    Who they are shown to is said where something is hidden from them.
    """
    baseline = selection.baseline
    return {
        "version": 1,
        "force": selection.force.name,
        "as_at": selection.day,
        "synthetic": selection.force.synthetic,
        "against": baseline
        and {"kind": baseline.kind, "as_at": baseline.as_at, "label": baseline.label},
        **audience_json(audience),
    }


def audience_json(audience: Rules) -> Json:
    """Who is shown what; nothing for the force, from which nothing is hidden."""
    if not audience.hides:
        return {}
    return {"audience": audience.audience.value, "hidden": audience.in_words}


def figure_json(review: Review, compared: ComparedFigure) -> Json:
    """One figure of a review with its share, its source and what it was."""
    figure, comparison = compared.figure, compared.comparison
    source = figure.source
    return {
        "measure": figure.measure,
        "by": _one_or_more([each.dimension for each in figure.slices]),
        "slice": _one_or_more([each.value for each in figure.slices]),
        **_value(figure),
        "unit": figure.unit,
        "unknown": figure.unknown,
        "as_at": figure.as_at,
        "as_at_stated": figure.as_at_stated,
        "period_start": figure.period_start,
        "partial": figure.partial,
        "share": _share(compared.share),
        "part": _share(compared.part),
        "origin": figure.origin.value,
        "synthetic": figure.synthetic,
        "definition": figure.definition,
        "base": figure.base,
        "said_by": figure.said_by or None,
        "source": source
        and {"publisher": source.publisher or None, "address": source.address or None},
        "then": _then(comparison.then, compared.share_then),
        "then_other": _then(comparison.then_other, compared.share_then_other),
        "then_as_stored": _as_stored(review.then, compared.then_stored),
        "earlier": compared.earlier,
        "change": _number(comparison.change),
        **_ends("change", comparison.change_interval),
        "change_percent": _number(comparison.percent),
        **_ends("change_percent", comparison.percent_interval),
        "comparable": comparison.comparable,
        "caution": compared.caution,
        "as_stored": _as_stored(review.now, compared.stored),
        "chosen": compared.chosen,
        "agrees": compared.agrees,
        "possible_counts": [_possible(count) for count in compared.possible_counts],
    }


def _possible(count: PossibleCount) -> Json:
    """What a per cent would count of a base that it may have, and what records give of that."""
    people = count.people
    return {
        "of": count.base.measure,
        "base": _number(count.base.value),
        "origin": count.base.origin.value,
        "low": end(people.low) if people else None,
        "high": end(people.high) if people else None,
        "records": _number(count.records.value) if count.records else None,
    }


def _one_or_more(items: Sequence[str | None]) -> str | list[str | None] | None:
    """One dimension by itself, a cross as a list, the whole as nothing."""
    if len(items) > 1:
        return list(items)
    return items[0] if items else None


def _value(figure: Figure) -> Json:
    return {
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "qualifier": figure.qualifier.value,
        "suppressed": figure.suppressed,
        "written": figure.written,
    }


def _share(share: Share | None) -> Json | None:
    if share is None:
        return None
    return {
        "of": share.of,
        "slice": _slices(share.slices),
        "value": _number(share.value),
        "low": end(share.interval.low),
        "high": end(share.interval.high),
    }


def _slices(slices: Slices) -> str | list[str | None] | None:
    return _one_or_more([each.value for each in slices])


def _as_stored(side: Side, stored: Figure | None) -> Json | None:
    """What a figure was when it was taken in, with its share then."""
    return _then(stored, side.share_as_stored(stored)) if stored else None


def _then(figure: Figure | None, share: Share | None) -> Json | None:
    if figure is None:
        return None
    return {
        **_value(figure),
        "unknown": figure.unknown,
        "origin": figure.origin.value,
        "as_at": figure.as_at,
        "as_at_stated": figure.as_at_stated,
        "period_start": figure.period_start,
        "definition": figure.definition,
        "said_by": figure.said_by or None,
        "unit": figure.unit,
        "share": _share(share),
    }


def _ends(name: str, interval: Interval | None) -> Json:
    """An interval as two numbers; null where there is none, or no end on that side."""
    return {
        f"{name}_low": end(interval.low) if interval else None,
        f"{name}_high": end(interval.high) if interval else None,
    }


def _number(value: float | None) -> int | float | None:
    return None if value is None else whole(value)
