"""Snapshots prepared one after another, each while the one before it is being stored.

They are prepared in the order in which they are stored: the cases of each are at hand for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from boardtui.ingest.count import Before
from boardtui.ingest.files import Files, see_good, spelt
from boardtui.ingest.forms import Form
from boardtui.ingest.further import Further
from boardtui.ingest.ingest import silent
from boardtui.ingest.packing import unpacked
from boardtui.ingest.preparing import Prepared, prepared
from boardtui.ingest.request import IngestRequest, IngestSettings
from boardtui.ingest.unit_names import UnitNames


class Task(Struct, frozen=True):
    """A snapshot that is to be prepared: its files, packed, and what the database says beforehand.

    `follows` is whether the one that was prepared last comes before it; else `before` does, if it
    is not None, with its cases. `units` are names of units of the force that are held.
    """

    request: IngestRequest
    read: bytes
    form: Form
    follows: bool
    before: Before | None
    units: Mapping[str, str]


class _Preparing:
    """Prepares snapshots, and keeps the cases of the one that was last."""

    def __init__(self, settings: IngestSettings) -> None:
        self._settings = settings
        self._units = UnitNames(None)
        self._last: Before | None = None

    def __call__(self, task: Task) -> Prepared:
        request, before = task.request, self._last if task.follows else task.before
        self._last = None
        if task.follows and before is None:
            raise LookupError("the snapshot before was not prepared here")
        assert request.force is not None
        self._units.learn(request.force, task.units)
        extracts = unpacked(task.read)
        spelt(extracts, self._units.of(request.force))
        files = Files(extracts, [], [])
        see_good(files, request)
        given = request, self._settings, task.form, files, before, None, silent
        found, register = prepared(*given)
        self._last = Before(found.snapshot, register)
        return found


class Preparing:
    """Prepares snapshots; in a further process if there is one, and else by itself."""

    def __init__(self, settings: IngestSettings, *, further: bool) -> None:
        self._here, there = _Preparing(settings), _Preparing(settings)
        self._other: Further | None = None
        if further:
            self._other = Further(lambda task: there(task).wholly())

    def prepared(
        self, tasks: Iterator[Task], alone: Callable[[Task], Task]
    ) -> Iterator[tuple[Task, Prepared]]:
        """Each task with its snapshot. A task is taken when the one before it is prepared.

        `alone` makes of a task one that needs nothing of what was prepared before.

        Raises:
            IngestRefusedError: the files are not good.
            IngestFailedError: the process that prepares was ended.
        """
        task = self._next(tasks)
        while task is not None:
            answer = self._other.answer() if self._other is not None else None
            # It has nothing to do but to wait: both never send at once.
            following = self._next(tasks)
            # What failed there by an error that nobody foresaw fails here too, where it is told.
            yield task, answer or self._here(task if self._other is None else alone(task))
            task = following

    def _next(self, tasks: Iterator[Task]) -> Task | None:
        task = next(tasks, None)
        if task is not None and self._other is not None:
            self._other.ask(task)
        return task

    def __enter__(self) -> Preparing:
        return self

    def __exit__(self, *error: object) -> None:
        if self._other is not None:
            self._other.end()
