"""The rates of a forecast: as stated, or counted over the months before its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from boardtui.core.forecast.again import Again
from boardtui.core.forecast.owed import Kind
from boardtui.core.forecast.rates import (
    Counted,
    Monthly,
    Part,
    Rates,
    Stated,
    Towards,
    share_of_months,
    turns_of,
)
from boardtui.core.measures.measure import Backlog
from boardtui.review.forecast.asked import Asked
from boardtui.review.forecast.history import History
from boardtui.store.forecast.movements import Movement
from boardtui.store.forecast.visit_months import VisitMonth


class NotKnownError(Exception):
    """A forecast cannot be made; the message says why, and what to do."""


class Known(Struct, frozen=True):
    """The rates, and what they were counted from: visits by month, and snapshots in pairs."""

    rates: Rates
    visits: list[VisitMonth]
    movements: list[Movement]


NO_EARLIER = (
    "one snapshot alone: who joins and who leaves is counted from one to the next. Take in an "
    "earlier one with boardtui ingest."
)


def known_rates(history: History, place: int, backlog: Backlog, asked: Asked) -> Known:
    """The rates as they are known on the day of a snapshot.

    Raises:
        NotKnownError: one of them can neither be counted nor was stated.
    """
    movements = history.movements(place)
    if not movements:
        raise NotKnownError(NO_EARLIER)
    visits = history.visits(place) if backlog.by_visits else []
    months = sum(one.months for one in movements)
    arriving: Counter[Kind] = Counter()
    moved_to: Counter[int] = Counter()
    redated_to: Counter[Kind] = Counter()
    for one in movements:
        arriving.update(one.arriving)
        moved_to.update(one.moved)
        redated_to.update(one.redated)
    rates = Rates(
        tried=_tried(history, place, backlog, asked, visits, movements),
        seen=_seen(history, place, backlog, asked, visits),
        joined=Counted(arriving.total(), months),
        left=_hazard(
            (one.left - one.left_overdue, one.people - one.overdue, one) for one in movements
        ),
        left_overdue=_hazard((one.left_overdue, one.overdue, one) for one in movements),
        moved=_hazard((sum(one.moved.values()), one.unseen, one) for one in movements),
        arriving=arriving,
        moved_to=moved_to,
        redated=_hazard((sum(one.redated.values()), one.not_due, one) for one in movements),
        redated_to=redated_to,
        again=_again(movements),
        towards=_towards(movements),
        turns=_turns(movements),
    )
    return Known(rates, visits, movements)


def _hazard(counts: Iterable[tuple[int, int, Movement]]) -> Part:
    """The share to whom something happens in a month, of those to whom it could.

    Where days are further apart, who is left after a part of the time had less of it: the share
    of a month compounds to that of the time.
    """
    happened, exposed = 0, 0.0
    for count, people, one in counts:
        gone = count / people if people else 0.0
        monthly = 1 - (1 - min(gone, MOST_GONE)) ** (1 / one.months)
        happened += count
        exposed += count / monthly if count else people * one.months
    return Part(min(happened, round(exposed)), round(exposed))


MOST_GONE = 0.999


def _tried(
    history: History,
    place: int,
    backlog: Backlog,
    asked: Asked,
    visits: list[VisitMonth],
    movements: list[Movement],
) -> Stated | Monthly:
    if asked.tried is not None:
        return Stated(asked.tried)
    if backlog.by_visits:
        if not visits:
            raise NotKnownError(_no_visits(history, place, "--tried-a-month"))
        return Monthly(tuple(month.tried for month in visits))
    if history.snapshots[place].given.lacks("cases", (backlog.last,)):
        raise NotKnownError(
            f"no {backlog.last} column: how many are assessed a month is not known. State it with "
            "--tried-a-month."
        )
    # What is counted from one snapshot to a later one is spread evenly over the months between.
    counts: list[int] = []
    for one in movements:
        months = max(1, round(one.months))
        counts += [round(one.assessed / one.months)] * months
    return Monthly(tuple(counts))


def _seen(
    history: History, place: int, backlog: Backlog, asked: Asked, visits: list[VisitMonth]
) -> Stated | Part:
    if asked.seen is not None:
        return Stated(asked.seen)
    if not backlog.by_visits:
        # What is counted of assessments are those that were done.
        return Stated(1)
    if not any(month.tried for month in visits):
        raise NotKnownError(_no_visits(history, place, "--seen-share"))
    return share_of_months([(min(month.seen, month.tried), month.tried) for month in visits])


def _no_visits(history: History, place: int, option: str) -> str:
    given = history.snapshots[place].given.files
    why = "no whole month in the visits file" if "visits" in given else "no visits file"
    return (
        f"{why}: how visits go is not known. Take one in with boardtui ingest --visits, or state "
        f"{option}."
    )


def _turns(movements: list[Movement]) -> dict[int, float]:
    """How much sooner than others people of an interval are seen, as it was in the months."""
    counted: dict[int, tuple[int, int]] = {}
    for one in movements:
        for interval, (seen, due) in one.turns.items():
            before = counted.get(interval, (0, 0))
            counted[interval] = before[0] + seen, before[1] + due
    return turns_of(counted)


def _again(movements: list[Movement]) -> Again:
    """By which interval who was seen was due again, by the one before."""
    counted: dict[int, Counter[int]] = {}
    for one in movements:
        for interval, given in one.again.items():
            counted.setdefault(interval, Counter()).update(given)
    return counted


def _towards(movements: list[Movement]) -> Towards | None:
    """To whom visits were tried, where that was counted."""
    told = [one.towards for one in movements if one.towards is not None]
    if not told:
        return None
    early: Counter[int] = Counter()
    for one in told:
        early.update(one.early)
    found = Towards(sum(one.due for one in told), early, sum(one.elsewhere for one in told))
    return found if found.due else None
