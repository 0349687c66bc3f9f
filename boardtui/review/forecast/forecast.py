"""A forecast of a force's backlog, with all that it takes for granted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.audience.rules import Rules, Way
from boardtui.core.criterion.definition import Definition
from boardtui.core.forecast.fluid import capacity_to_clear, capacity_to_hold, fluid
from boardtui.core.forecast.outcome import Outcome, cleared_by_default, outcome
from boardtui.core.forecast.owed import Owed, month_after
from boardtui.core.forecast.rates import Monthly, Part, Rates, Stated
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.review.day.selection import Selection
from boardtui.review.forecast.asked import Asked
from boardtui.review.forecast.assumptions import Assumption, assumptions
from boardtui.review.forecast.history import History
from boardtui.review.forecast.rates import Known, NotKnownError, known_rates
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, snapshots


class WhatIf(Struct, frozen=True):
    """What would come of more visits, of finding more people in, or of leaving dates as they are.

    `dates_stay` is whether no due date is moved without a visit.
    """

    tried: float
    seen: float
    median: int
    low: int
    high: int
    within: float
    dates_stay: bool = False


class Forecast(Struct, frozen=True):
    """What comes of a backlog; with `unknown`, why nothing can be said, and what to do."""

    asked: Asked
    force: str
    synthetic: bool
    as_at: date
    unknown: str = ""
    overdue: int = 0
    past: tuple[tuple[date, float], ...] = ()
    """How many were overdue on the days of the snapshots in the year before, as stored."""
    outcome: Outcome | None = None
    fluid: tuple[float, ...] = ()
    tried: float = 0
    seen: float = 0
    holds: int | None = None
    """The fewest visits tried a month by which the backlog does not grow, by the fluid account."""
    clears: int | None = None
    """The fewest by which it is cleared at the end of the months: the relief capacity."""
    what_if: tuple[WhatIf, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def ends(self) -> list[date]:
        """The days that are forecast."""
        return [month_after(self.as_at, n) for n in range(1, self.asked.months + 1)]


class NotForecastError(Exception):
    """Nothing can be forecast of what is looked at; the message says why, and what to do."""


def history_of(
    database: Database,
    selection: Selection,
    definition: Definition,
    audience: Rules,
    asked: Asked,
) -> History:
    """What a forecast is made from.

    Raises:
        NotForecastError: there are no records to make one from, or they are not to be shown.
    """
    backlog = BACKLOGS[asked.backlog]
    if why := audience.closes(Way.CASES):
        raise NotForecastError(f"A forecast is made from single due dates. {why}")
    snapshot = selection.snapshot
    if snapshot is None:
        raise NotForecastError(
            "published figures alone: a forecast is made from records. Take in the cases of a day "
            "with boardtui ingest."
        )
    if not snapshot.given.records:
        raise NotForecastError(
            "no records in this database: a forecast is made from due dates. Open the force's own "
            "database."
        )
    if lacking := snapshot.given.lacks("cases", (backlog.due,)):
        raise NotForecastError(
            f"{lacking}: when {backlog.name} fall due is not known. Take in a cases file that has "
            "it, with boardtui ingest --replace."
        )
    return History(database, _of_records(database, snapshot), backlog, definition, asked.months)


def _of_records(database: Database, last: SnapshotKey) -> list[SnapshotKey]:
    """The snapshots of a force with records, up to one."""
    there = snapshots(database, last.force)
    return [s for s in there if s.as_at <= last.as_at and s.given.records]


def forecast(
    database: Database,
    selection: Selection,
    definition: Definition,
    audience: Rules,
    asked: Asked,
) -> Forecast:
    """The forecast of a force's backlog from the day that is looked at."""
    empty = Forecast(asked, selection.force.name, selection.force.synthetic, selection.day)
    backlog = BACKLOGS[asked.backlog]
    try:
        history = history_of(database, selection, definition, audience, asked)
        place = len(history.snapshots) - 1
        known = known_rates(history, place, backlog, asked)
    except (NotForecastError, NotKnownError) as error:
        return replace(empty, unknown=str(error))
    owed = history.owed(place)
    past = history.past(place)
    return made(replace(empty, past=past), owed, known, history.snapshots[place])


def made(empty: Forecast, owed: Owed, known: Known, snapshot: SnapshotKey) -> Forecast:
    """A forecast from what is known."""
    asked, rates = empty.asked, known.rates
    at = cleared_by_default(owed) if asked.cleared_at is None else asked.cleared_at
    found = drawn(owed, rates, asked, at)
    return replace(
        empty,
        overdue=owed.overdue,
        outcome=found,
        fluid=tuple(fluid(owed, rates)),
        tried=rates.tried.mean,
        seen=_share(rates.seen),
        holds=capacity_to_hold(owed, rates),
        clears=capacity_to_clear(owed, rates, at),
        what_if=tuple(_what_if(owed, rates, asked, at, found)),
        assumptions=tuple(assumptions(asked, owed, known, snapshot, at)),
    )


def drawn(owed: Owed, rates: Rates, asked: Asked, cleared_at: int) -> Outcome:
    """What many runs say."""
    from boardtui.core.forecast.simulated import simulate

    return outcome(owed, simulate(owed, rates, asked.runs, asked.seed), cleared_at)


MORE_VISITS = 1.25
"""By how much more is tried, in what would come of it."""

MORE_SEEN = 0.1
"""By how much more often somebody is in."""

FEWEST_RUNS = 200
"""Runs of what would come of it: a quarter of those of the forecast, and no fewer than these."""


def _what_if(owed: Owed, rates: Rates, asked: Asked, at: int, as_is: Outcome) -> Iterator[WhatIf]:
    """As it is; with a quarter more visits; finding a tenth more in; both; and no date moved."""
    fewer = replace(asked, runs=max(min(FEWEST_RUNS, asked.runs), asked.runs // 4))
    yield _at_the_end(rates, as_is)
    more_seen = replace(rates, seen=_more_seen(rates.seen))
    ways = [more_seen] if _share(rates.seen) < 1 else []
    ways += [replace(way, tried=_more_tried(way.tried)) for way in (rates, *ways)]
    for way in ways:
        yield _at_the_end(way, drawn(owed, way, fewer, at))
    if rates.moved_to:
        stay = replace(rates, moved=Stated(0), moved_to={})
        yield replace(_at_the_end(stay, drawn(owed, stay, fewer, at)), dates_stay=True)


def _at_the_end(rates: Rates, end: Outcome) -> WhatIf:
    last, within = end.months[-1], end.cleared.within
    tried, seen = round(rates.tried.mean), _share(rates.seen)
    return WhatIf(tried, seen, last.median, last.low, last.high, within)


def _more_tried(tried: Stated | Monthly) -> Stated | Monthly:
    """A quarter more in each month; what was counted varies as much more."""
    if isinstance(tried, Stated):
        return Stated(round(tried.value * MORE_VISITS))
    return Monthly(tuple(round(count * MORE_VISITS) for count in tried.counts))


def _more_seen(seen: Stated | Part) -> Stated | Part:
    """A tenth of all more, and no more than all; what was counted is known no better."""
    if isinstance(seen, Stated):
        return Stated(min(1.0, seen.value + MORE_SEEN))
    more = min(seen.whole, seen.part + round(MORE_SEEN * seen.whole))
    return replace(seen, part=more)


def _share(seen: Stated | Part) -> float:
    """A share as it was counted, or stated."""
    return seen.part / seen.whole if isinstance(seen, Part) else seen.value
