"""A forecast as JSON and CSV have it, the contract for scripts; and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from boardtui.core.forecast.back_test import FEWEST_ORIGINS, NOT_YET_TESTABLE, Tested
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, percent_text, signed
from boardtui.review.forecast.forecast import Forecast
from boardtui.review.forecast.told import (
    clearance_sentence,
    fluid_sentence,
    sentence,
    unknown_sentence,
)

Json = dict[str, Any]

BackTest = Sequence[Tested] | None
"""How forecasts have done; nothing in it where that is not testable; None where nobody asked."""


def forecast_json(found: Forecast, back_test: BackTest) -> Json:
    """A forecast; without an outcome, why it is not known."""
    asked, outcome = found.asked, found.outcome
    head: Json = {
        "version": 1,
        "force": found.force,
        "synthetic": found.synthetic,
        "as_at": found.as_at,
        "backlog": asked.backlog,
        "seed": asked.seed,
        "runs": asked.runs,
        "unknown": found.unknown or None,
    }
    if outcome is None:
        return head | {"assumptions": {}, "months": [], "cleared": None, "fluid": []}
    cleared = outcome.cleared
    return head | {
        "overdue": found.overdue,
        "assumptions": {
            one.name: {"value": one.value, "from": one.source, "words": one.words}
            for one in found.assumptions
        },
        "months": [
            {"as_at": each.as_at, "median": each.median, "low": each.low, "high": each.high}
            for each in outcome.months
        ],
        "cleared": {
            "at": cleared.at,
            "within": cleared.within,
            "months": {"p10": cleared.p10, "p50": cleared.p50, "p90": cleared.p90},
            "by_month": list(cleared.by_month),
        },
        "fluid": [
            {"as_at": day, "value": value}
            for day, value in zip(found.ends, found.fluid, strict=True)
        ],
        "capacity": {"tried": found.tried, "holds": found.holds, "clears": found.clears},
        "what_if": [
            {
                "tried_a_month": each.tried,
                "seen_share": each.seen,
                "median": each.median,
                "low": each.low,
                "high": each.high,
                "within": each.within,
                "dates_moved": not each.dates_stay,
            }
            for each in found.what_if
        ],
        **({} if back_test is None else {"back_test": _tested_json(back_test)}),
    }


def _tested_json(back_test: Sequence[Tested]) -> list[Json] | str:
    if not back_test:
        return NOT_YET_TESTABLE
    return [
        {
            "horizon": each.horizon,
            "origins": each.origins,
            "coverage": each.coverage,
            "interval_score": each.interval_score,
            "bias": each.bias,
            "last_value_interval_score": each.last_value_interval_score,
            "unknown": None if each.coverage is not None else NOT_YET_TESTABLE,
        }
        for each in back_test
    ]


HEADER = (
    "force",
    "synthetic",
    "from",
    "backlog",
    "seed",
    "runs",
    "as_at",
    "median",
    "low",
    "high",
    "fluid",
    "cleared_by_then",
    "unknown",
)


def csv_rows(found: Forecast) -> Iterator[list[object]]:
    """A row for each month; one that says why, where nothing is known."""
    asked = found.asked
    whose: list[object] = [found.force, found.synthetic, found.as_at, asked.backlog]
    whose += [asked.seed, asked.runs]
    if found.outcome is None:
        yield [*whose, *[None] * 6, found.unknown]
        return
    by_then = 0.0
    shares = found.outcome.cleared.by_month
    for each, value, share in zip(found.outcome.months, found.fluid, shares, strict=True):
        by_then += share
        yield [*whose, each.as_at, each.median, each.low, each.high, value, by_then, None]


def text_lines(found: Forecast, back_test: BackTest) -> Iterator[str]:
    """The forecast in sentences, its months as a table, and all that it takes for granted."""
    synthetic = " (SYNTHETIC)" if found.synthetic else ""
    title = MEASURES[BACKLOGS[found.asked.backlog].overdue_name].title
    yield f"{found.force}{synthetic}: {title.lower()}, the months after {day_text(found.as_at)}"
    yield ""
    if found.outcome is None:
        yield unknown_sentence(found)
        return
    yield sentence(found)
    yield clearance_sentence(found)
    yield fluid_sentence(found)
    yield ""
    yield "as at         median   middle 80%   nothing varying"
    for each, value in zip(found.outcome.months, found.fluid, strict=True):
        band = f"{number_text(each.low)}–{number_text(each.high)}"
        yield (
            f"{day_text(each.as_at):<12}{number_text(each.median):>8}{band:>13}"
            f"{number_text(value):>18}"
        )
    yield ""
    yield f"What if, at {day_text(found.ends[-1])}:"
    for one in found.what_if:
        yield (
            f"  {number_text(one.tried)} tried a month, {percent_text(one.seen, 0)} found in"
            f"{', no date moved' if one.dates_stay else ''}: "
            f"{number_text(one.median)} overdue ({number_text(one.low)}–{number_text(one.high)}); "
            f"cleared within the months in {percent_text(one.within, 0)} of the runs"
        )
    yield ""
    runs, seed = number_text(found.asked.runs), found.asked.seed
    yield f"What is taken for granted ({runs} runs, seed {seed}):"
    for assumption in found.assumptions:
        yield f"  {assumption.words} ({assumption.source})"
    if back_test is not None:
        yield ""
        yield from tested_lines(back_test)


def tested_lines(back_test: Sequence[Tested]) -> Iterator[str]:
    """How forecasts from earlier days have done, as a table."""
    if not back_test:
        yield (
            f"Back-test: {NOT_YET_TESTABLE}. It takes {FEWEST_ORIGINS} earlier days, a month "
            "apart, from which a forecast could have been made."
        )
        return
    yield "Back-test: forecasts as they would have been made on earlier days, beside what came."
    yield "months ahead   origins   held by the band    bias   interval score   last value's"
    for each in back_test:
        if (
            each.coverage is None
            or each.bias is None
            or each.interval_score is None
            or each.last_value_interval_score is None
        ):
            yield f"{each.horizon:>12}{each.origins:>10}   {NOT_YET_TESTABLE}"
            continue
        yield (
            f"{each.horizon:>12}{each.origins:>10}{percent_text(each.coverage, 0):>19}"
            f"{signed(each.bias, 1):>8}{number_text(each.interval_score, 1):>17}"
            f"{number_text(each.last_value_interval_score, 1):>15}"
        )
    yield (
        "The band should hold 80% of what came. A smaller score is better: it is the band's width, "
        "and ten for each person by which it was missed. Origins follow one another, and tell less "
        "than as many apart would."
    )
