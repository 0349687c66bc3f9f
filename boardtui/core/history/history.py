"""The history of one person: visits, assessments, due dates, and what changed between snapshots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from boardtui.core.criterion.criterion import Row, holds
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.flow.parts import dates_moved, pair_of
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import days_text


class EventKind(StrEnum):
    """What an event is; a mark tells the kinds apart without colour."""

    SEEN = "seen"
    TRIED = "tried"
    ASSESSED = "assessed"
    DUE = "due"
    CHANGED = "changed"
    MOVED = "moved"
    REGISTER = "register"


class Event(Struct, frozen=True):
    """Something on a person's timeline. A `MOVED` event is a due date moved with no visit."""

    day: date
    kind: EventKind
    text: str


class Visit(Struct, frozen=True):
    """One visit tried."""

    day: date
    outcome: str
    announced: str | None
    officers: int | None
    action: str | None


class History(Struct, frozen=True):
    """All that is recorded of one person: by snapshot's day, visits, and leaving."""

    case_ref: str
    records: Sequence[tuple[date, Row]]
    """Each snapshot's day, oldest first, with the person's record in it."""
    days: Sequence[date]
    """The days of all snapshots of the force, oldest first."""
    visits: Sequence[tuple[date, Visit]]
    """Each snapshot's day with each visit of its file; a visit may be in several."""
    left: Sequence[tuple[date, str | None]]

    def events(self, definition: Definition) -> list[Event]:
        """Everything in the order of its days; what is due stands where it is due."""
        found = [self._of_visit(visit) for _, visit in self.visits]
        found += self._dates(definition)
        found += self._changes(definition)
        found += [
            Event(day, EventKind.REGISTER, f"left the register: {_plain(reason)}")
            for day, reason in self.left
        ]
        return sorted(set(found), key=lambda event: (event.day, event.kind, event.text))

    @staticmethod
    def _of_visit(visit: Visit) -> Event:
        if visit.outcome == "seen":
            after = {"yes": ", police action followed", "no": ""}.get(visit.action or "no", "")
            return Event(visit.day, EventKind.SEEN, f"visited: seen{_how(visit)}{after}")
        text = f"visit tried: {_plain(visit.outcome)}{_how(visit)}"
        return Event(visit.day, EventKind.TRIED, text)

    def _dates(self, definition: Definition) -> list[Event]:
        found = []
        seen = {visit.day for _, visit in self.visits if visit.outcome == "seen"}
        for day, row in self.records:
            known = (
                ("registered_on", EventKind.REGISTER, "registered"),
                ("last_visit", EventKind.SEEN, "seen (last visit)"),
                ("last_assessment", EventKind.ASSESSED, "risk assessed"),
            )
            for column, kind, text in known:
                value = row[column]
                if isinstance(value, date) and not (column == "last_visit" and value in seen):
                    found.append(Event(value, kind, text))
            if day == self.records[-1][0]:
                found += self._due(day, row, definition)
        return found

    @staticmethod
    def _due(day: date, row: Row, definition: Definition) -> list[Event]:
        """The due dates of the last record, and whether they are overdue on its day."""
        found = []
        for backlog in BACKLOGS.values():
            due = row[backlog.due]
            if isinstance(due, date):
                late = holds(backlog.overdue, row, day, definition)
                days = days_text((day - due).days)
                state = f": overdue by {days} on {day_text(day)}" if late else ""
                found.append(Event(due, EventKind.DUE, f"{backlog.one} due{state}"))
        return found

    def _changes(self, definition: Definition) -> list[Event]:
        """What differs from one snapshot to the next."""
        found = []
        for (before, was), (day, now) in zip(self.records, self.records[1:], strict=False):
            for column, title in CHANGES.items():
                if was[column] != now[column]:
                    values = f"{recorded(was[column])} → {recorded(now[column])}"
                    text = f"by this day's file, {title}: {values}"
                    found.append(Event(day, EventKind.CHANGED, text))
            found += self._moved(was, now, (before, day), definition)
        return [*found, *self._comings_and_goings()]

    def _comings_and_goings(self) -> Iterator[Event]:
        """In which snapshots the person is new, or is not any more."""
        there = {day for day, _ in self.records}
        for before, day in zip(self.days, self.days[1:], strict=False):
            if day in there and before not in there:
                back = any(known < before for known in there)
                text = "in the snapshot again" if back else "new in this snapshot"
                yield Event(day, EventKind.REGISTER, text)
            if before in there and day not in there:
                yield Event(day, EventKind.REGISTER, "no longer in the snapshot")

    def _moved(
        self, was: Row, now: Row, days: tuple[date, date], definition: Definition
    ) -> list[Event]:
        """The due dates that are others now, and which of them the flow counts as moved."""
        found = []
        for backlog in BACKLOGS.values():
            old, new = was[backlog.due], now[backlog.due]
            if old == new:
                continue
            pair = pair_of(backlog, was, now, self._seen(backlog, now, days), days, definition)
            moved = holds(dates_moved(backlog), pair, days[1], definition)
            kind = EventKind.MOVED if moved else EventKind.CHANGED
            without = f", without {backlog.a_one}" if moved else ""
            text = f"by this day's file, {backlog.one} due: {recorded(old)} → {recorded(new)}"
            found.append(Event(days[1], kind, f"{text}{without}"))
        return found

    def _seen(self, backlog: Backlog, now: Row, days: tuple[date, date]) -> bool:
        """Seen (or assessed) in between, by the later record and the files up to its day."""
        before, day = days
        done = now[backlog.last]
        if isinstance(done, date) and before < done <= day:
            return True
        return backlog.by_visits and any(
            visit.outcome == "seen" and before < visit.day <= day
            for told, visit in self.visits
            if before < told <= day
        )


CHANGES = {
    "risk_level": "risk",
    "status": "status",
    "management": "management",
    "unit": "unit",
    "officer_ref": "officer",
    "mappa_level": "MAPPA level",
    "mappa_category": "MAPPA category",
}
"""The columns whose changes from one record to another are told, besides the dates."""


def _how(visit: Visit) -> str:
    parts = []
    if visit.announced:
        parts.append("announced" if visit.announced == "yes" else "unannounced")
    if visit.officers:
        parts.append("1 officer" if visit.officers == 1 else f"{visit.officers} officers")
    return f" ({', '.join(parts)})" if parts else ""


def recorded(value: object) -> str:
    """A value of a record as a reader sees it."""
    if value is None:
        return "not recorded"
    return day_text(value) if isinstance(value, date) else _plain(str(value))


def _plain(word: str | None) -> str:
    return slice_title("", word).replace("_", " ") if word else "no reason recorded"
