"""Forecasts as they would have been made on the days of earlier snapshots, beside what came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.back_test import Tested, Tried, judged, last_value_band
from boardtui.core.forecast.outcome import Outcome
from boardtui.core.forecast.owed import month_after
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.day.selection import Selection
from boardtui.review.forecast.asked import Asked
from boardtui.review.forecast.forecast import NotForecastError, drawn, history_of
from boardtui.review.forecast.history import History
from boardtui.review.forecast.rates import NotKnownError, known_rates
from boardtui.store.connection.database import Database

MOST_RUNS = 400
"""Runs of each forecast of a back-test: the ends of a band need no more."""


def back_test(
    database: Database,
    selection: Selection,
    definition: Definition,
    audience: Rules,
    asked: Asked,
) -> list[Tested]:
    """How forecasts have done, at each horizon that can be tested; none where there is none.

    What was stated for the forecast is not taken for those of earlier days: nobody stated it then.
    """
    asked = replace(asked, tried=None, seen=None, runs=min(asked.runs, MOST_RUNS))
    try:
        history = history_of(database, selection, definition, audience, asked)
    except NotForecastError:
        return []
    found: dict[int, list[Tried]] = {month: [] for month in range(1, asked.months + 1)}
    for place in range(1, len(history.snapshots) - 1):
        for horizon, one in _from(history, place, asked):
            found[horizon].append(one)
    judgements = [judged(horizon, each) for horizon, each in found.items()]
    return judgements if any(one.coverage is not None for one in judgements) else []


def _from(history: History, place: int, asked: Asked) -> Iterator[tuple[int, Tried]]:
    """A forecast from one origin, at each horizon of which it is known what came."""
    day = history.snapshots[place].as_at
    came = {
        horizon: history.at(month_after(day, horizon)) for horizon in range(1, asked.months + 1)
    }
    came = {horizon: later for horizon, later in came.items() if later is not None}
    before = _monthly(history, place)
    if not came or last_value_band(before, 1) is None:
        return
    made = _made(history, place, asked)
    if made is None:
        return
    for horizon, later in came.items():
        band = last_value_band(before, horizon)
        if later is None or band is None:
            continue
        month = made.months[horizon - 1]
        actual = history.owed(later).overdue
        yield horizon, Tried(month.low, month.median, month.high, *band, actual)


def _made(history: History, place: int, asked: Asked) -> Outcome | None:
    """The forecast as it would have been made on the day of a snapshot."""
    try:
        known = known_rates(history, place, BACKLOGS[asked.backlog], asked)
    except NotKnownError:
        return None
    return drawn(history.owed(place), known.rates, asked, 0)


def _monthly(history: History, place: int) -> list[float]:
    """What was overdue on the days of the months up to a snapshot, without a gap, oldest first."""
    day: date = history.snapshots[place].as_at
    found: list[float] = []
    for back in range(place + 1):
        earlier = history.at(month_after(day, -back))
        if earlier is None or earlier > place:
            break
        found.append(history.owed(earlier).overdue)
    return found[::-1]
