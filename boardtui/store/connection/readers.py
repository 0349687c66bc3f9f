"""Several connections that read one database at once: SQLite reads outside Python, one a core."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, closing
from typing import Protocol, TypeVar, runtime_checkable

from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey, snapshots

Asked = TypeVar("Asked")
Found = TypeVar("Found")


@runtime_checkable
class Repeatable(Protocol):
    """A database to which there can be further connections."""

    def another(self) -> Database: ...


def read_at_once(
    database: Database,
    of: Sequence[SnapshotKey],
    asked: Iterable[Asked],
    read: Callable[[Database, Asked], Found],
    most: int,
) -> Iterator[Found]:
    """What is read for each thing asked, by up to so many connections, as it comes, in no order.

    `of` are the snapshots that are read: a connection that does not see them as they are (another
    file has taken the place, or they are not written yet) reads nothing.
    """
    with ExitStack() as open_connections:
        readers = [database, *_others(database, of, open_connections, most)]
        if len(readers) == 1:
            yield from (read(database, one) for one in asked)
            return
        idle = list(readers)
        pool = open_connections.enter_context(ThreadPoolExecutor(len(readers)))

        def turn(one: Asked) -> Found:
            reader = idle.pop()  # there is one for each thread
            try:
                return read(reader, one)
            finally:
                idle.append(reader)

        futures = [pool.submit(turn, one) for one in asked]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            for future in futures:
                future.cancel()


def _others(
    database: Database, of: Sequence[SnapshotKey], open_connections: ExitStack, most: int
) -> Iterator[Database]:
    """Further connections to the same file, as many as there are cores for."""
    if not isinstance(database, Repeatable):
        return
    for _ in range(min(most, os.cpu_count() or 1) - 1):
        other = open_connections.enter_context(closing(database.another()))
        known = snapshots(other, of[0].force)
        if any(snapshot not in known for snapshot in of):
            return
        yield other
