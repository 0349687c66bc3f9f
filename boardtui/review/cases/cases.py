"""The cases behind a figure: which list stands there, and in which order it opens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from boardtui.core.criterion.criterion import Criterion, InBand, Recorded, both, columns_of, holds
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, UNIT, Slice, Slices
from boardtui.core.history.case import Case
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS, VISITS, declared
from boardtui.core.measures.given import LAST_SEEN
from boardtui.core.measures.measure import Backlog, CaseCount, LongestSince, Measure
from boardtui.core.measures.slicing import OfCases, behind
from boardtui.core.measures.unknown import why_unknown
from boardtui.core.words.days import day_text
from boardtui.core.words.names import same_name
from boardtui.review import NotThereError
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.held.snapshots import SnapshotKey
from boardtui.store.lists.listing import Listing, Sort

if TYPE_CHECKING:
    from boardtui.review.cases.part_asked import PartAsked


class CaseList(Struct, frozen=True):
    """The cases that a figure counts, or is worked out from.

    `listing` says which they are, in the order in which they are first shown: the most overdue
    first where the measure is of a backlog.
    """

    selection: Selection
    snapshot: SnapshotKey
    measure: Measure
    slices: Slices
    definition: Definition
    listing: Listing
    part: PartAsked | None = None
    """The part of a flow that the cases are of, where they are not those of a figure."""

    @property
    def snapshots(self) -> tuple[SnapshotKey, ...]:
        """Every snapshot that the list is read from."""
        pairing = self.listing.pairing
        return (self.snapshot,) if pairing is None else (pairing.then, *pairing.between)

    @property
    def day(self) -> date:
        """The day of the records that are listed."""
        return self.listing.day

    @property
    def name(self) -> str:
        """What is listed, by its name: a measure, or a part."""
        return self.measure.name if self.part is None else self.part.name

    @property
    def backlog(self) -> Backlog:
        """The backlog whose due dates matter here; of visits, where none matters more."""
        return self.listing.backlog

    @property
    def of_overdue(self) -> bool:
        """Whether every case in the list is overdue."""
        if self.part is not None:
            return self.part.overdue
        return _is_overdue(self.measure)

    @property
    def of_unseen(self) -> bool:
        """Whether the list is of when people were last seen, or whether they were at all."""
        return self.part is None and _is_unseen(self.measure)

    def days_overdue(self, case: Case) -> int | None:
        """Days since the due date of a case that is overdue; None of one that is not."""
        row = case.row
        due = row[self.backlog.due]
        late = holds(self.backlog.overdue, row, self.day, self.definition)
        return (self.day - due).days if late and isinstance(due, date) else None


def case_list(
    database: Database,
    selection: Selection,
    measure: str,
    slices: Slices,
    definition: Definition,
    *,
    shown: bool = False,
) -> CaseList:
    """The list of the cases behind a measure's figure, for the slices all at once.

    With `shown` the slices are those of a figure on the screen, and not refused for having nobody
    in them on this day; a list of when people were last seen begins with the longest unseen.

    Raises:
        NotThereError: there are no records of the day, no cases stand behind the measure, or a
            slice is not there.
    """
    if selection.snapshot is None:
        raise NotThereError(
            f"{selection.force.name} has no records as at {day_text(selection.day)}: only figures "
            "were published, and no cases stand behind those."
        )
    need_records(selection.snapshot)
    found = _measure(measure)
    by = (one.dimension for one in slices if one.dimension in DIMENSIONS)
    if why := why_unknown(found, by, selection.snapshot.given):
        raise NotThereError(f"Whose cases these are is not known: {why}.")
    if not shown:
        slices = slices_meant(database, selection.snapshot, found, slices, definition)
    backlog = _backlog(found)
    listing = Listing(
        selection.snapshot.id,
        selection.day,
        definition,
        both(behind(found, slices, definition)),
        backlog,
        _first_sort(found, shown=shown),
    )
    return CaseList(selection, selection.snapshot, found, slices, definition, listing)


def need_records(*snapshots: SnapshotKey) -> None:
    """See that the cases of some snapshots are in the database.

    Raises:
        NotThereError: of one there are figures alone.
    """
    for snapshot in snapshots:
        if not snapshot.given.records:
            raise NotThereError(
                f"The records of {snapshot.force.name} as at {day_text(snapshot.as_at)} are not in "
                "this database: it has their figures alone."
            )


def _measure(name: str) -> Measure:
    if name not in MEASURES:
        from boardtui.core.words.nearest import did_you_mean

        raise NotThereError(f"There is no measure {name}{did_you_mean(name, MEASURES)}")
    measure = MEASURES[name]
    if not isinstance(measure, OfCases):
        names = ", ".join(name for name, each in MEASURES.items() if isinstance(each, OfCases))
        raise NotThereError(f"No list of cases stands behind {name}. One does behind: {names}.")
    return measure


def _is_overdue(measure: Measure) -> bool:
    return getattr(measure, "due", None) is not None


def _is_unseen(measure: Measure) -> bool:
    """Whether a measure is of when people were last seen."""
    if isinstance(measure, LongestSince):
        return measure.column == LAST_SEEN
    return isinstance(measure, CaseCount) and LAST_SEEN in columns_of(measure.criterion)


def _was_seen(part: Criterion) -> bool:
    """Whether only who was seen, some day, can meet a part of a criterion."""
    return isinstance(part, InBand | Recorded) and part.column == LAST_SEEN


def _backlog(measure: Measure) -> Backlog:
    mine = (each for each in BACKLOGS.values() if measure in declared(each))
    return next(mine, VISITS)


def _first_sort(measure: Measure, *, shown: bool) -> Sort:
    if _is_overdue(measure):
        return Sort("days_overdue", descending=True)
    if (
        shown
        and isinstance(measure, OfCases)
        and any(map(_was_seen, both(measure.criterion).parts))
    ):
        return Sort("last_seen")
    return Sort("case_ref")


def slices_meant(
    database: Database,
    snapshot: SnapshotKey,
    measure: Measure,
    slices: Slices,
    definition: Definition,
) -> Slices:
    """The slices that are meant, as the records spell them.

    Raises:
        NotThereError: one is not there, naming the nearest that is, or one list cannot take them.
    """
    meant = tuple(_meant(database, snapshot, measure, one, definition) for one in slices)
    if len({one.dimension for one in meant}) < len(meant):
        raise NotThereError("A list takes one slice of a dimension, not two.")
    return meant


def _meant(
    database: Database, snapshot: SnapshotKey, measure: Measure, one: Slice, definition: Definition
) -> Slice:
    """The slice that is meant; of a unit, however its name is written."""
    if one.dimension not in DIMENSIONS:
        from boardtui.core.words.nearest import did_you_mean

        hint = did_you_mean(one.dimension, DIMENSIONS)
        raise NotThereError(f"There is no dimension {one.dimension}{hint}")
    aged = one.dimension == AGE_BAND.name
    if aged and not _is_overdue(measure):
        backlogs = " and ".join(each.overdue_name for each in BACKLOGS.values())
        raise NotThereError(f"{measure.name} has no age bands: only {backlogs} have.")
    if one.value is None and not aged:
        return one
    value, known = one.value or "", _known_slices(database, snapshot, one.dimension, definition)
    if value in known:
        return one
    if one.dimension == UNIT.name:
        for name in known:
            if same_name(name, value):
                return Slice(one.dimension, name)
    there = f" There are: {', '.join(known)}." if 0 < len(known) <= MOST_NAMED else ""
    from boardtui.core.words.nearest import did_you_mean

    hint = did_you_mean(value, known)
    raise NotThereError(f"There is no {one.dimension} “{value}”{hint}{there}")


MOST_NAMED = 12
"""How many slices are all named to someone who asked for another."""


def _known_slices(
    database: Database, snapshot: SnapshotKey, dimension: str, definition: Definition
) -> list[str]:
    """The slices of a dimension; of an open one, those that the stored figures have."""
    if dimension == AGE_BAND.name:
        return [band.label for band in (*definition.bands, *definition.tails)]
    if DIMENSIONS[dimension].closed:
        return list(DIMENSIONS[dimension].slices)
    from boardtui.store.held.names import slice_names

    names = DIMENSIONS[dimension].order(slice_names(database, snapshot, dimension))
    return [name for name in names if name is not None]
