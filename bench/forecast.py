"""The months ahead: how long drawing them takes, and how often the bands hold what comes."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from statistics import mean

import numpy as np

from bench import databases
from bench.process import BOARDTUI, run
from bench.report import Row
from bench.synthetic.forces import forces
from bench.synthetic.origins import origins
from bench.visited import Register, Truth
from boardtui.core.forecast.back_test import Tried, judged, last_value_band
from boardtui.core.forecast.outcome import outcome
from boardtui.core.forecast.owed import Owed
from boardtui.core.forecast.rates import Rates
from boardtui.core.forecast.simulated import simulate

GOALS = {1_500: 2.0, 70_000: 30.0}
"""Seconds for a year drawn a thousand times, from the command to all that it prints."""

ORIGINS = 200
MONTHS = 12
RUNS = 400

MEANT, WITHIN = 80, 10
"""Per cent of what comes that the bands should hold, and how far off that they may be."""

PLACES = (24, 48, 72, 96, 107)
"""The months from whose ends each generated force is forecast."""


def measure() -> Iterator[Row]:
    for count, goal in GOALS.items():
        database = str(databases.of_two_days(count))
        stated = ("--tried-a-month", str(count // 3), "--seen-share", "0.68")
        for what, words in (("stated", stated), ("counted", ())):
            argv = [BOARDTUI, "forecast", database, "--format", "json", *words]
            seconds = [run(argv).seconds for _ in range(3)]
            yield Row(f"{count:,} people, 1,000 runs, {what}", "s", seconds, goal=goal)
    yield from _judged("known rates", list(_known(ORIGINS)), goal=WITHIN)
    yield from _judged("generated, quiet forces", list(_generated(quiet=True)), goal=WITHIN)
    yield from _judged("generated, all forces", list(_generated(quiet=False)), goal=WITHIN)


Forecasts = Sequence[Sequence[Tried]]
"""For each origin, what was forecast of each month and what came."""


def _judged(what: str, found: Forecasts, goal: float | None = None) -> Iterator[Row]:
    """How far coverage is from what is meant; what it is, and the scores, at some horizons.

    From so many origins on, that is asked of each of these horizons too.
    """
    held = 100 * mean(one.low <= one.actual <= one.high for origin in found for one in origin)
    origins_of = f"{what}, {len(found)} origins"
    yield Row(f"{origins_of}: bands held", "%", [held])
    yield Row(f"{origins_of}: off {MEANT}% by", "points", [abs(held - MEANT)], goal=goal)
    for horizon in (1, 3, 6, 12):
        one = judged(horizon, [origin[horizon - 1] for origin in found])
        if one.coverage is None or one.bias is None or one.interval_score is None:
            continue
        ahead = f"{what}, {horizon} months ahead"
        yield Row(f"{ahead}: bands held", "%", [100 * one.coverage])
        if len(found) >= ORIGINS:
            off = abs(100 * one.coverage - MEANT)
            yield Row(f"{ahead}: off {MEANT}% by", "points", [off], goal=goal)
        yield Row(f"{ahead}: bias", "people", [one.bias])
        last = one.last_value_interval_score
        yield Row(f"{ahead}: score, and the last value's", "people", [one.interval_score],
                  reference=[last] if last is not None else [])  # fmt: skip


def _known(count: int) -> Iterator[list[Tried]]:
    """Registers whose people are visited one by one, at rates that are known."""
    for number in range(count):
        register = Register(Truth(), Random(number))
        register.pass_months(MONTHS)
        owed, rates = register.known(MONTHS, date(2024, 1, 31))
        before = register.backlog[:]
        register.pass_months(MONTHS)
        yield _tried(owed, rates, before, register.backlog[MONTHS:], number)


def _generated(*, quiet: bool) -> Iterator[list[Tried]]:
    """Forces of the archive's generator: quiet ones alone, or with shifts, growth and breaks."""
    chance = np.random.default_rng(5)
    for force in forces():
        if quiet and not force.quiet:
            continue
        for owed, rates, before, came in origins(force, PLACES, MONTHS, chance):
            yield _tried(owed, rates, before, came, force.number)


def _tried(
    owed: Owed, rates: Rates, before: Sequence[int], came: Sequence[int], seed: int
) -> list[Tried]:
    found = outcome(owed, simulate(owed, rates, RUNS, seed), 0)
    history = [*before[:-1], owed.overdue]
    tried = []
    for horizon, (month, actual) in enumerate(zip(found.months, came, strict=True), start=1):
        low, high = last_value_band(history, horizon) or (owed.overdue, owed.overdue)
        tried.append(Tried(month.low, month.median, month.high, low, high, actual))
    return tried
