"""What a database says of snapshots before they are stored, for who prepares them without it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from msgspec.structs import replace

from boardtui.ingest.count import Before
from boardtui.ingest.forms import Form
from boardtui.ingest.place import place_of
from boardtui.ingest.preparing_ahead import Task
from boardtui.ingest.request import IngestRequest
from boardtui.ingest.unit_names import UnitNames
from boardtui.store.connection.database import Database
from boardtui.store.flow.stored_register import stored_register
from boardtui.store.held.days import held_days


class Beforehand:
    """Makes the tasks of a load, in which each force's snapshots come in the order of their days.

    A task is made before the snapshot of the task before it is stored.
    """

    def __init__(self, database: Database, form: Form) -> None:
        self._database, self._form = database, form
        self._held: defaultdict[str, list[date]] = defaultdict(list)
        for each in held_days(database):
            self._held[each.force.name].append(each.as_at)
        self._last: tuple[str | None, date] = None, date.min

    def task(self, request: IngestRequest, read: bytes) -> Task:
        """The task of a request, of which the files were read."""
        force, day = request.force, request.as_at
        assert force is not None
        assert day is not None
        of_last, last = self._last
        follows = of_last == force and not any(last < held < day for held in self._held[force])
        self._last = force, day
        task = Task(request, read, self._form, follows, None, {})
        return task if follows else self.alone(task)

    def alone(self, task: Task) -> Task:
        """The same without what the database does not say; what comes before it is stored."""
        request = task.request
        assert request.force is not None
        before = place_of(self._database, request).previous
        if before is None or not before.given.records:
            found = None if before is None else Before(before)
        else:
            found = Before(before, stored_register(self._database, before))
        units = UnitNames(self._database).held(request.force)
        return replace(task, follows=False, before=found, units=units)
