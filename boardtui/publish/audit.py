"""The audit of a published database, by what it says alone: can any hidden count be worked out?

There are no records to start from here. So people are looked for first of whom all that the file
shows is true; from them others, until every hidden count is proved to be open, or is not.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import DIMENSIONS, UNIT
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import CaseCount
from boardtui.core.words.days import day_text
from boardtui.publish.flow_known import flow_limits
from boardtui.publish.flows import flow_bounds, is_safe, without_flow
from boardtui.publish.kinds import kinds_of
from boardtui.publish.known import Cells, Knowing, in_edition
from boardtui.publish.layout import Ints, Layout
from boardtui.publish.pattern import MANY, Known, Pattern
from boardtui.publish.program import Flags
from boardtui.publish.programs import everything, programs_of
from boardtui.publish.protected import laid_out
from boardtui.publish.proving import Progress, Prover
from boardtui.store.connection.database import Database
from boardtui.store.flow.stored_flows import stored_flow
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import SnapshotKey, snapshots


class Audit(Struct, frozen=True):
    """How many counts are hidden in a published database, and which are not proved to be safe."""

    hidden: int
    exposed: tuple[str, ...]


def audited(database: Database, progress: Progress) -> Audit | None:
    """The audit of a published database; None of one that was not published."""
    found = publication(database)
    if found is None:
        return None
    exposed: list[str] = []
    there = snapshots(database)
    for snapshot in there:
        of = f"{snapshot.force.name}, {day_text(snapshot.as_at)}"
        exposed += (f"{of}: {name}" for name in _exposed(database, snapshot, found.rules, progress))
    exposed += _flows(database, there, found.rules)
    return Audit(found.hidden, tuple(exposed))


def _exposed(
    database: Database, snapshot: SnapshotKey, rules: Rules, progress: Progress
) -> Iterator[str]:
    """The hidden counts of a snapshot not proved to be safe, and where a reader can place them."""
    read = Read.of(database, snapshot, rules)
    people = read.somebody()
    if people is None:
        yield "no people can be found of whom all that is shown is true"
        return
    read.true = read.layout.cells.values(people)
    # There is all the time that it takes: what is not proved here is said to be unsafe.
    programs = programs_of(read, people, wide=True)
    prover = Prover(read, people, programs, progress)
    for cell in prover.failing():
        measure, by, slices = read.layout.names[cell][0]
        names = (each or "not recorded" for each in slices)
        low, high = prover.between(cell)
        yield f"{measure} by {', '.join(by)}, {', '.join(names)}: from {low} to {high}"


class Read(Pattern):
    """A pattern as a published file has it: what is shown lies between two numbers."""

    low: Ints
    high: Ints

    @staticmethod
    def of(database: Database, snapshot: SnapshotKey, rules: Rules) -> Read:
        there = list(in_edition(database, snapshot))
        figures = [f for f in there if _is_count(f)]
        kinds = kinds_of(snapshot.given, snapshot.as_at, snapshot.definition)
        names = laid_out(snapshot, rules)
        slices = {
            name: DIMENSIONS[name].order(
                {f.slices[0].value for f in figures if [s.dimension for s in f.slices] == [name]}
            )
            for name in names
        }
        told = {one.dimension for f in figures if len(f.slices) > 1 for one in f.slices}
        crossed = [name for name in names if name in told and name != UNIT.name]
        layout = Layout(kinds, kinds.kinds, slices, crossed)
        count = layout.cells.count
        found = Read(layout, np.zeros(count, dtype=np.int64), rules, Known.nothing(count))
        found.low = np.zeros(count, dtype=np.int64)
        found.high = np.full(count, MANY, dtype=np.int64)
        cells = Cells.of(layout)
        for figure in figures:
            cell = cells.of_figure(figure)
            if cell is None:
                continue
            if figure.suppressed:
                found.hidden[cell] = True
            elif figure.interval is not None:
                found.low[cell] = max(found.low[cell], int(np.ceil(figure.interval.low)))
                found.high[cell] = min(found.high[cell], int(np.floor(figure.interval.high)))
        wholes = Knowing(layout, np.zeros(count, dtype=np.int64))
        wholes.take_wholes([f for f in there if not f.slices], snapshot)
        found.known = wholes.known()
        found.hidden &= ~found.whole & (found.high == MANY)
        found.high = np.minimum(found.high, found.known.high)
        found.low[found.hidden] = 1 if rules.zeros else 0
        return found

    def ends(self) -> tuple[Ints, Ints]:
        return self.low, self.high

    def needs(self) -> tuple[Ints, Ints]:
        up = np.where(self.hidden, self.rules.threshold, 0)
        up = np.minimum(up, self.known.high)
        return up, up.copy()

    def nobody(self) -> Flags:
        none: Flags = self.high == 0
        return none

    def somebody(self) -> Ints | None:
        """People of whom all that is shown is true; None where none are found."""
        nobody = np.zeros(self.layout.count, dtype=np.int64)
        program = everything(self, nobody)
        program.know(self.low, self.high)
        answer = program.solve()
        if answer is not None and not answer.is_whole:
            answer = program.whole(answer)
        return None if answer is None else np.rint(answer.people).astype(np.int64)


def _is_count(figure: Figure) -> bool:
    return isinstance(MEASURES[figure.measure], CaseCount)


def _flows(database: Database, there: list[SnapshotKey], rules: Rules) -> Iterator[str]:
    """The hidden numbers of the flows that are not proved to be safe, by name."""
    by_id = {snapshot.id: snapshot for snapshot in there}
    for now in there:
        then = by_id.get(now.previous_id or 0)
        for backlog in BACKLOGS.values() if then is not None else ():
            assert then is not None
            flow = stored_flow(database, then, now, backlog)
            if flow is None:
                continue
            limits = flow_limits(database, now, rules)
            before = without_flow(flow, rules, limits)
            for bound in flow_bounds(flow, rules, limits):
                if not is_safe(bound, rules, before[bound.name]):
                    where = f"{now.force.name}, {day_text(now.as_at)}"
                    between = f"from {bound.low} to {bound.high}"
                    yield f"{where}: {bound.name} of {backlog.name}: {between}"
