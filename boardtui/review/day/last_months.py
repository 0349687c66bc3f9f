"""The last twelve months of what stands on a board: a line of them beside each number."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.definition import Definition
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.contact import visits_attempted
from boardtui.core.trend.months import by_month, month_of, months_from
from boardtui.core.words.days import month_start, twelve_months_before
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.held.over_months import values_over_months

TOLD = (*(backlog.overdue_name for backlog in BACKLOGS.values()), visits_attempted.name)
"""The measures of which cards have a line of months."""

MONTHS = 12

LEAST = 3
"""The fewest months that are a line: two are a difference, and that is told anyway."""


class LastMonths(Struct):
    """The values of a board's last twelve months, read once for all its cards.

    Those that were counted under another definition than the board's are none, and nothing is told
    where the board's own is not that of its snapshot, or where it is rounded for who looks.
    """

    database: Database
    selection: Selection
    definition: Definition
    audience: Rules
    _found: dict[str, list[float | None]] | None = None

    def of(self, measure: str) -> list[float | None]:
        """The value of each month, the oldest first; none where fewer than three are known."""
        if self._found is None:
            self._found = self._read()
        values = self._found.get(measure, [])
        return values if sum(value is not None for value in values) >= LEAST else []

    def _read(self) -> dict[str, list[float | None]]:
        now = self.selection.snapshot
        rounded = self.audience.rounding > 1 and not self.audience.published
        if now is None or now.previous_id is None or now.definition != self.definition or rounded:
            return {}
        rows = values_over_months(self.database, now, twelve_months_before(now.as_at), TOLD)
        return {name: self._line(name, now.as_at, rows.get(name, {})) for name in TOLD}

    def _line(self, name: str, day: date, values: dict[date, float]) -> list[float | None]:
        """The last twelve months up to that of the day, or up to the last one of visits.

        They begin with the first of them that is known.
        """
        if name == visits_attempted.name:
            found = {month_start(each): value for each, value in values.items()}
            last = max(found, default=None)
        else:
            found, last = by_month(values.items()), month_of(day)
        if last is None:
            return []
        first = date(last.year - (last.month < MONTHS), last.month % MONTHS + 1, 1)
        line = [found.get(month) for month in months_from(first, last)]
        return line[next((at for at, value in enumerate(line) if value is not None), MONTHS) :]
