"""Waiting until an app is done: by the messages that it passes on, not by how busy it seems.

Textual's own pilot takes a processor that idles for a fiftieth of a second for an app that is done.
Where several tests share a core, an app that waits for its turn idles too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from weakref import WeakKeyDictionary

from textual.app import App
from textual.events import Callback, Timer
from textual.message import Message
from textual.pilot import Pilot
from textual.worker import WorkerCancelled, WorkerFailed

QUIET = 3
"""Rounds without a message after which none is under way: a callback of a callback takes two."""


class Heard:
    """How many messages arrived anywhere in an app, but for those of clocks and of waiting."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, message: Message) -> None:
        self.count += not isinstance(message, Callback | Timer)


HEARD: WeakKeyDictionary[App[None], Heard] = WeakKeyDictionary()
"""What was heard of each app that is driven."""


@asynccontextmanager
async def driven(app: App[None], size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """An app without a terminal, listened to."""
    HEARD[app] = Heard()
    async with app.run_test(size=size, message_hook=HEARD[app]) as pilot:
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to do: no message, no work on another thread."""
    heard, quiet = HEARD[pilot.app], 0
    while quiet < QUIET:
        before = heard.count
        # Every widget's turn comes once, and whatever waits to be painted is.
        await pilot.pause(0)
        # What one piece of work finds can ask for another.
        working = [worker for worker in pilot.app.workers if not worker.is_finished]
        for worker in working:
            with suppress(WorkerFailed, WorkerCancelled):
                await worker.wait()
        quiet = 0 if working or heard.count != before else quiet + 1
