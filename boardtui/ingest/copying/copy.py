"""Copying the snapshots of one database into another: a file, or a server."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from msgspec import Struct

from boardtui.ingest.copying.compared import compared, subject_of
from boardtui.ingest.copying.moving import Moving
from boardtui.ingest.copying.sealing import has_chain, seal_copied
from boardtui.ingest.fault_text import counted
from boardtui.ingest.faults import IngestRefusedError, IngestUsageError
from boardtui.ingest.lasting_copy import LastingCopy
from boardtui.ingest.request import Progress
from boardtui.ingest.server_lock import server_lock
from boardtui.ingest.writer import Writer
from boardtui.ingest.writing import opened, path_or_server, writing
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import is_older, is_url, open_database, shown
from boardtui.store.held.days import held_days
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import forces
from boardtui.store.sealed.chain import last_entry


class Copied(Struct, frozen=True):
    """What was copied: snapshots, those that were there already, and rows of all tables.

    `carried` is whether the chain of seals was copied as it is; else `entries` were made.
    """

    source: str
    target: str
    snapshots: int
    there_already: int
    rows: int
    carried: bool
    entries: int

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(self.snapshots or self.rows or self.entries)

    def text(self) -> str:
        """The report in words."""
        already = (
            f"; {counted(self.there_already, 'snapshot')} passed over, there already as in the "
            "source"
            if self.there_already
            else ""
        )
        to = shown(self.target)
        lines = [f"{counted(self.snapshots, 'snapshot')} copied to {to}, "
                 f"{counted(self.rows, 'row')} in all{already}."]  # fmt: skip
        if self.carried:
            lines.append("The chain of seals is that of the source, entry by entry.")
        elif self.entries:
            entries = counted(self.entries, "entry", "entries")
            lines.append(
                f"{to} has a chain of its own: {entries} at its end, which say where it is from."
            )
        return "\n".join(lines)


def copy(source: str, target: str, progress: Progress) -> Copied:
    """Copy what a database holds into another, which is made if it is not there.

    Nothing there is overwritten. Into a file all of it is copied, or nothing; onto a server each
    snapshot by itself, and seals at the end. Either way a run that was ended is gone on with.

    Raises:
        IngestUsageError: both are the same.
        IngestRefusedError: something else is there already, or one of them is of an older boardtui.
        IngestFailedError: the work could not be done.
        DatabaseUnreadableError: one of them cannot be read.
    """
    target = path_or_server(target)
    if path_or_server(source) == target:
        raise IngestUsageError("A database is copied into another one: both are the same.")
    with closing(open_database(source)) as read:
        if is_older(read):
            raise IngestRefusedError(
                f"{shown(source)} was made by an older boardtui: boardtui upgrade {shown(source)} "
                "makes it one that can be copied."
            )
        there = opened(target)  # says what is wrong with one that is there
        if there is not None:
            there.close()
        if is_url(target):
            with server_lock(target), writing(target, None, lasting=True) as writer:
                return _Copying(source, target, read, writer, progress).run(lambda: None)
        with LastingCopy(target) as working:
            working.fill()
            with writing(target, working.path, lasting=True) as writer:
                done = _Copying(source, target, read, writer, progress).run(working.keep)
            if done.changed or working.resumed:
                progress("finishing", 0, None)
                working.swap_in()
            return done


class _Copying:
    def __init__(
        self, source: str, target: str, read: Database, writer: Writer, progress: Progress
    ) -> None:
        self._source, self._target, self._read = source, target, read
        self._writer, self._progress = writer, progress

    def run(self, keep: Callable[[], None]) -> Copied:
        writer = self._writer
        found = compared(self._read, writer.database)
        own = has_chain(writer.database)
        if (found.there or own) and publication(self._read) is not None:
            raise IngestRefusedError(
                f"{shown(self._source)} was published: it is copied into a new database alone."
            )
        if own and publication(writer.database) is not None:
            raise IngestRefusedError(
                f"{shown(self._target)} was published: nothing more is put into it."
            )
        moving = Moving(self._read, writer, found.there)
        for force in forces(self._read):
            moving.force(force)
        for number, day in enumerate(found.to_copy):
            self._progress("copying", number, len(found.to_copy))
            moving.snapshot(day)
            keep()
            writer.commit()
        entries = self._close(moving, own)
        done = Copied(
            self._source,
            self._target,
            len(found.to_copy),
            len(found.there),
            moving.rows,
            not own and has_chain(self._read),
            entries,
        )
        if done.changed:
            keep()
            writer.commit()
            writer.look_over()
        return done

    def _close(self, moving: Moving, own: bool) -> int:
        """Move what takes all snapshots to be there, and seal: in one transaction.

        How many entries are made. Those that are without one include what a run that was ended
        has copied.
        """
        self._progress("sealing", 0, None)
        unsealed = [
            day
            for day in held_days(self._read)
            if last_entry(self._writer.database, subject_of(day)) is None
        ]
        moving.warnings_beside(unsealed)
        moving.of_no_force()
        published = [force for force in forces(self._read) if moving.published(force)]
        if not own:
            moving.chain()
            return 0
        return seal_copied(self._writer, self._read, moving, unsealed, published, self._progress)
