"""One snapshot protected: its people counted, its tables made safe, its figures as published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from boardtui.core.audience.rules import Rules
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, OFFICER, UNIT
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import CaseCount
from boardtui.core.measures.unknown import why_unknown
from boardtui.publish.kinds import kinds_of
from boardtui.publish.known import Knowing, in_edition, said_in_per_cent, said_in_public
from boardtui.publish.layout import Ints, Layout, Name
from boardtui.publish.offering import held_against_more, offer
from boardtui.publish.pattern import Pattern
from boardtui.publish.protection import Protection
from boardtui.publish.proving import Progress
from boardtui.publish.register import Register
from boardtui.publish.shown import Shown
from boardtui.store.connection.database import Database
from boardtui.store.counting.making import Maker
from boardtui.store.held.figures import Stored
from boardtui.store.held.publication import publication
from boardtui.store.held.snapshots import SnapshotKey


class Protected(Struct, frozen=True):
    """A snapshot with its tables made safe, and what they were made safe by."""

    snapshot: SnapshotKey
    pattern: Pattern
    protection: Protection
    contradicted: int
    """Counts of earlier editions that are not those of the records now."""

    def proved(self) -> Proved:
        """What is to be published, without what it was proved by."""
        witnesses = self.protection.prover.witnesses
        low, high, because = witnesses.low, witnesses.high, self.protection.because
        return Proved(self.snapshot, self.pattern, because, low, high, self.contradicted)


class Proved(Struct, frozen=True):
    """A snapshot as it is published, which is proved to be safe.

    `because` is as `Protection` has it; `low` and `high` are how far each cell is open at least.
    """

    snapshot: SnapshotKey
    pattern: Pattern
    because: Mapping[Name, Name | None]
    low: Ints
    high: Ints
    contradicted: int


def protected(
    database: Database,
    snapshot: SnapshotKey,
    rules: Rules,
    editions: Sequence[Database],
    progress: Progress,
) -> Protected:
    """Hide what must be hidden of a snapshot, and prove that it is enough."""
    progress("counting people", 0, None)
    kinds = kinds_of(snapshot.given, snapshot.as_at, snapshot.definition)
    register = Register(database, snapshot, kinds)
    names = laid_out(snapshot, rules)
    layout = Layout(
        kinds,
        register.kinds,
        {name: register.slices(name) for name in names},
        [name for name in names if UNIT.name in names and name not in (UNIT.name, OFFICER.name)],
    )
    people = register.people(layout)
    true = layout.cells.values(people)
    knowing = Knowing(layout, true)
    stored = Stored(database, snapshot)
    wholes = list(stored.by(None))
    knowing.take_wholes(wholes, snapshot)
    said = said_in_public(database, snapshot)
    knowing.take([*said, *said_in_per_cent(said, wholes)])
    contradicted = knowing.contradicted
    pattern = Pattern(layout, true, rules, knowing.known())
    protection = offer(pattern, people, progress)
    if editions:
        # Who has no edition is told nothing by it. What is safe from them stays so, for from here
        # on more is hidden, and nothing shown again.
        for edition in editions:
            found = publication(edition)
            zeros = found is not None and found.rules.zeros
            knowing.take(in_edition(edition, snapshot), hidden_is_some=zeros)
        pattern.known = knowing.known()
        protection = held_against_more(pattern, people, protection, progress)
    pattern = protection.pattern
    return Protected(snapshot, pattern, protection, knowing.contradicted - contradicted)


def laid_out(snapshot: SnapshotKey, rules: Rules) -> list[str]:
    """The dimensions by which anything is known of a snapshot, and may be told."""
    found = []
    for name in rules.open_of(DIMENSIONS):
        counts = [m for m in MEASURES.values() if isinstance(m, CaseCount) and name in m.dimensions]
        if any(why_unknown(m, (name,), snapshot.given) is None for m in counts):
            found.append(name)
    # The unit first: others are told apart within it.
    return sorted(found, key=lambda name: (name != UNIT.name, name == AGE_BAND.name))


def figures_of(database: Database, found: Proved, *, moved: bool) -> Iterator[Figure]:
    """The whole figures, and those by one dimension, as they are published."""
    shown = shown_of(found, moved=moved)
    stored = Stored(database, found.snapshot)
    yield from shown.whole(stored.by(None))
    rules = found.pattern.rules
    for name in rules.open_of(DIMENSIONS):
        yield from shown.by_dimension(stored.by(name))


def crosses_of(found: Proved) -> Iterable[Figure]:
    """Counts by unit and another dimension, as they are published."""
    return shown_of(found, moved=False).crosses()


def shown_of(found: Proved, *, moved: bool) -> Shown:
    maker = Maker(found.snapshot, found.snapshot.definition)
    return Shown(found.pattern, maker, moved=moved)
