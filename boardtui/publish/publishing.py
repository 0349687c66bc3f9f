"""Publishing: a new database without records, protected for an audience, written whole or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.flow.counts import Flow
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.ingest.sealing.sealer import seal_all
from boardtui.ingest.working_copy import WorkingCopy
from boardtui.ingest.writing import writing
from boardtui.process.new_file import new_file
from boardtui.publish.flow_known import flow_limits, told_in_edition
from boardtui.publish.flow_reader import Bound
from boardtui.publish.flows import published_flow
from boardtui.publish.protected import Proved, protected
from boardtui.publish.proving import Progress
from boardtui.publish.report import rows as report_rows
from boardtui.publish.report import write_report
from boardtui.publish.side_by_side import SideBySide, can_be_copied
from boardtui.publish.writing import Contents, write
from boardtui.store.connection.database import Database
from boardtui.store.connection.opening import open_database
from boardtui.store.flow.stored_flows import stored_flow
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import SnapshotKey, forces, snapshots
from boardtui.store.sealed.chain import EntryKind


class PublishRefusedError(Exception):
    """Nothing was written; the message is a sentence for the user, and says why."""


class Request(Struct, frozen=True):
    """What is to be published, to where, and what a reader may hold beside it."""

    database: str
    out: Path
    report: Path
    rules: Rules
    forces: Sequence[str] = ()
    days: Sequence[date] = ()
    previous: Sequence[str] = ()
    replace: bool = False


class Published(Struct, frozen=True):
    """What was done: what of each snapshot is offered, and what is hidden."""

    snapshots: Sequence[Proved]
    flows: dict[tuple[int, str], list[Bound]]
    contradicted: int
    left_out: Sequence[LeftOut]


class LeftOut(Struct, frozen=True):
    """How many snapshots of a force are not in what was published, by why."""

    force: str
    earlier: int
    without_records: int


def publish(request: Request, progress: Progress) -> Published:
    """Write a database that its audience may have, and the force's own report on it.

    Raises:
        PublishRefusedError: it may not be written, or cannot be proved safe.
        DatabaseUnreadableError: a database cannot be read.
        NotThereError: there is no such force, or no snapshot of such a day.
        IngestFailedError: the file cannot be written.
    """
    _refuse_taken(request)
    with closing(open_database(request.database)) as database:
        if publication(database) is not None:
            raise PublishRefusedError(
                f"{request.database} was published itself: publish from the database of records."
            )
        chosen = chosen_snapshots(database, request.forces, request.days)
        order = _largest_first(database, chosen)
    with ExitStack() as stack:
        beside = stack.enter_context(_side_by_side(request, chosen, order))
        database, editions = _opened(request, stack)
        found = beside.all(
            lambda number: _safe(database, chosen[number], request.rules, editions, progress)
        )
        flows, bounds = _flows(database, chosen, request.rules, editions)
        contents = Contents(database, request.rules, request.forces, found, flows)
        progress("writing", 0, None)
        with WorkingCopy(str(request.out)) as copy:
            with writing(str(request.out), copy.path) as writer:
                write(writer, contents)
                seal_all(writer, EntryKind.STORED, progress)
            contradicted = sum(one.contradicted for one in found)
            done = Published(found, bounds, contradicted, _left_out(database, request, chosen))
            with new_file(request.report, again=request.replace) as file:
                write_report(file, report_rows(found, bounds))
            copy.swap_in()
    return done


def _opened(request: Request, stack: ExitStack) -> tuple[Database, list[Database]]:
    """The database, and the earlier editions, until the stack is left."""
    paths = [request.database, *request.previous]
    database, *editions = [stack.enter_context(closing(open_database(path))) for path in paths]
    return database, editions


def _largest_first(database: Database, chosen: Sequence[SnapshotKey]) -> list[int]:
    """The places of some snapshots, those of most cases first: they take longest."""
    sql = "SELECT snapshot_id, rows_stored FROM snapshot_files WHERE kind = 'cases'"
    cases = {int(number): int(count) for number, count in database.rows(sql)}
    return sorted(range(len(chosen)), key=lambda place: -cases.get(chosen[place].id, 0))


def _side_by_side(
    request: Request, chosen: Sequence[SnapshotKey], order: Sequence[int]
) -> SideBySide[Proved]:
    """Protects the snapshots, a copy of this process some of them where there are several."""

    def work() -> Callable[[int], Proved]:
        database, editions = _opened(request, ExitStack())
        if chosen_snapshots(database, request.forces, request.days) != chosen:
            raise LookupError("the database was changed meanwhile")
        return lambda number: _safe(
            database, chosen[number], request.rules, editions, lambda *progress: None
        )

    return SideBySide(order, work if len(order) > 1 and can_be_copied() else None)


def _refuse_taken(request: Request) -> None:
    for path in (request.out, request.report):
        if path.exists() and not request.replace:
            raise PublishRefusedError(
                f"{path} is there already: remove it, name another, or give --replace."
            )
    if request.out.exists() and request.out.samefile(request.database):
        raise PublishRefusedError(f"{request.out} is the database itself.")


def _safe(
    database: Database,
    snapshot: SnapshotKey,
    rules: Rules,
    editions: Sequence[Database],
    progress: Progress,
) -> Proved:
    """A snapshot protected, and proved so once more for what is written.

    Raises:
        PublishRefusedError: it cannot be proved safe.
    """
    of = f"{snapshot.force.name}, {day_text(snapshot.as_at)}: "
    found = protected(
        database,
        snapshot,
        rules,
        editions,
        lambda stage, done, total: progress(of + stage, done, total),
    )
    failing = found.protection.prover.failing()
    if failing:
        names = found.pattern.layout.names[failing[0]][0]
        raise PublishRefusedError(
            f"{of}{len(failing)} hidden counts could be worked out all the same, the first of them "
            f"{names[0]} by {', '.join(names[1])}. Nothing was written."
        )
    return found.proved()


def chosen_snapshots(
    database: Database, names: Sequence[str], days: Sequence[date]
) -> list[SnapshotKey]:
    """The snapshots to publish: of the days, or of each force the newest and the one before.

    Raises:
        NotThereError: there is no such force, or no snapshot of such a day.
        PublishRefusedError: there are no records to publish anything of.
    """
    from boardtui.review import NotThereError

    known = {force.name for force in forces(database)}
    if missing := [name for name in names if name not in known]:
        raise NotThereError(
            f"There is no force {missing[0]}. There are: {', '.join(sorted(known))}."
        )
    there = [s for s in snapshots(database) if s.given.records]
    mine = [s for s in there if not names or s.force.name in names]
    if days:
        if lacking := [day for day in days if day not in {s.as_at for s in mine}]:
            raise NotThereError(f"There are no records as at {day_text(lacking[0])}.")
        return [s for s in mine if s.as_at in days]
    newest: dict[int, list[SnapshotKey]] = {}
    for snapshot in mine:
        newest.setdefault(snapshot.force.id, []).append(snapshot)
    if not newest:
        raise PublishRefusedError("There are no records here to publish anything of.")
    return [snapshot for of in newest.values() for snapshot in of[-2:]]


def _left_out(database: Database, request: Request, chosen: Sequence[SnapshotKey]) -> list[LeftOut]:
    """The snapshots that were not asked for by their day and are not published, by force."""
    ids = {snapshot.id for snapshot in chosen}
    found: dict[str, list[int]] = {}
    for snapshot in snapshots(database) if not request.days else ():
        name = snapshot.force.name
        if snapshot.id not in ids and (not request.forces or name in request.forces):
            found.setdefault(name, [0, 0])[not snapshot.given.records] += 1
    return [LeftOut(name, *counts) for name, counts in sorted(found.items())]


Flows = list[tuple[SnapshotKey, SnapshotKey, Flow]]


def _flows(
    database: Database,
    chosen: Sequence[SnapshotKey],
    rules: Rules,
    editions: Sequence[Database],
) -> tuple[Flows, dict[tuple[int, str], list[Bound]]]:
    """The flows between snapshots of which both are published."""
    by_id = {snapshot.id: snapshot for snapshot in chosen}
    found: Flows = []
    bounds: dict[tuple[int, str], list[Bound]] = {}
    for now in chosen:
        then = by_id.get(now.previous_id or 0)
        if then is None:
            continue
        for name, backlog in BACKLOGS.items():
            flow = stored_flow(database, then, now, backlog)
            if flow is None or flow.why_unknown:
                continue
            limits = flow_limits(database, now, rules, editions)
            before = [told for each in editions for told in told_in_edition(each, then, now, name)]
            shown, bounds[now.id, name] = published_flow(flow, rules, limits, before)
            found.append((then, now, shown))
    return found, bounds
