"""Forces side by side as JSON and CSV have them, the contract for scripts; and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, value_text
from boardtui.review.forces.side import Compared, SideBySide
from boardtui.review.forces.told import (
    dispersion_sentence,
    sentence,
    share_words,
    where_words,
)

Json = dict[str, Any]


def forces_json(found: SideBySide) -> Json:
    """All of it, in the order of the names."""
    spread = found.funnel.dispersion if found.funnel else None
    return {
        "version": 1,
        "synthetic": found.synthetic,
        "measure": found.measure,
        "as_at": found.as_at,
        "forces": [_force_json(one) for one in found.compared],
        "apart": [{"force": one.force, "as_at": one.as_at, "why": one.why} for one in found.apart],
        "target": found.funnel.target if found.funnel else None,
        "dispersion": spread and spread.factor,
        "tau": spread and spread.tau,
        "unknown": found.no_limits or None,
    }


def _force_json(one: Compared) -> Json:
    limits = one.limits
    return {
        "force": one.force,
        "as_at": one.figure.as_at,
        "value": one.figure.value,
        "low": one.figure.low,
        "high": one.figure.high,
        "base": one.base.value if one.base else None,
        "share": one.share,
        "source": one.source,
        "limits_95": list(limits.inner) if limits else None,
        "limits_998": list(limits.outer) if limits else None,
        "where": one.where,
    }


HEADER = (
    "force",
    "measure",
    "as_at",
    "value",
    "base",
    "share",
    "limit_95_low",
    "limit_95_high",
    "limit_998_low",
    "limit_998_high",
    "where",
    "source",
    "apart",
)


def csv_rows(found: SideBySide) -> Iterator[list[object]]:
    """A row for each force; of those apart, why they are."""
    for one in found.compared:
        limits = [*one.limits.inner, *one.limits.outer] if one.limits else [None] * 4
        base = one.base.value if one.base else None
        figure = [found.measure, one.figure.as_at, one.figure.value, base, one.share]
        yield [one.force, *figure, *limits, one.where, one.source, None]
    for apart in found.apart:
        yield [apart.force, found.measure, apart.as_at, *[None] * 9, apart.why]


def text_lines(found: SideBySide) -> Iterator[str]:
    """Sentences, then a line for each force by name, then those that stand apart."""
    kind = " (SYNTHETIC)" if found.synthetic else ""
    title, near = MEASURES[found.measure].title, day_text(found.as_at)
    yield f"{title}, forces side by side, near {near}{kind}"
    yield ""
    yield sentence(found)
    if spread := dispersion_sentence(found):
        yield spread
    yield ""
    for one in found.compared:
        yield _line(one, found)
    if found.apart:
        yield ""
        yield "Apart:"
        for apart in found.apart:
            day = f" ({day_text(apart.as_at)})" if apart.as_at else ""
            yield f"  {apart.force}{day}: {apart.why}"
    if found.compared:
        yield ""
        yield "In the order of their names: forces differ in more than this, and are not ranked."


def _line(one: Compared, found: SideBySide) -> str:
    """A force in one line, for a reader who hears it."""
    words = [f"{one.force}: {value_text(one.figure)}"]
    if one.base is not None and one.share is not None:
        base = MEASURES[one.base.measure].title.lower()
        words.append(
            f"{share_words(found, one.share)} of {number_text(one.base.value or 0)} {base}"
        )
    if one.limits is not None:
        low, high = (share_words(found, end) for end in one.limits.inner)
        words.append(f"{where_words(one, found)}, 95% limits {low} to {high}")
    return "; ".join([*words, one.source])
