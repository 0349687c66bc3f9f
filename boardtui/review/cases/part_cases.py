"""The cases behind a part of a flow, as a list like any other."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.core.criterion.criterion import EVERY, Criterion, both, on_side
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import Slices
from boardtui.core.flow.counts import CLOSING, OPENING
from boardtui.core.flow.parts import NOW, THEN, Part
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Backlog
from boardtui.core.measures.slicing import criterion_of
from boardtui.review import NotThereError
from boardtui.review.cases.cases import CaseList, need_records, slices_meant
from boardtui.review.cases.part_asked import PartAsked, Side, Which, asked
from boardtui.review.day.selection import Selection
from boardtui.store.connection.database import Database
from boardtui.store.flow.unknown import unknown_of_flow
from boardtui.store.held.snapshots import SnapshotKey, between
from boardtui.store.lists.listing import Listing, Sort
from boardtui.store.lists.pages import span
from boardtui.store.lists.part_listing import Pairing

OVERDUE: dict[Side, Criterion] = {"then": THEN, "now": NOW}


def part_list(
    database: Database,
    then: SnapshotKey,
    now: SnapshotKey,
    selection: Selection,
    backlog: Backlog,
    which: Which,
    slices: Slices,
    definition: Definition,
    counted: Side | None = None,
) -> CaseList:
    """The list of the people of some parts, as many as the flow counts in them.

    The records listed are those now, but those then where some of the people have left. Slices are
    of the side on which the parts are counted: then, for what became of the overdue then; now, for
    who is overdue now. Those who stayed are both, and `counted` says which is meant.

    Raises:
        NotThereError: a slice is not there, or one list cannot hold what is asked for.
    """
    need_records(then, now)
    try:
        part = asked(backlog, which, (then.as_at, now.as_at), counted)
    except ValueError as error:
        raise NotThereError(f"{error}.") from None
    if why := _why_unknown(part, which, unknown_of_flow(database, then, now, backlog)):
        raise NotThereError(f"Whose cases these are is not known: {why}.")
    snapshots = {"then": then, "now": now}
    measure = MEASURES[backlog.overdue_name]
    slices = slices_meant(database, snapshots[part.counted], measure, slices, definition)
    if any(one.dimension == "age_band" for one in slices):
        raise NotThereError("A part of a flow has no age bands.")
    sliced = (on_side(criterion_of(s, None, definition), part.counted) for s in slices)
    side = EVERY if isinstance(which, str) else OVERDUE[part.counted]
    pairing = Pairing(
        then=then,
        now=now,
        between=tuple(between(database, then, now)),
        backlog=backlog,
        definition=definition,
        # Who is overdue is soon known, and what became of them is asked of few.
        first=both(side, *sliced),
        criterion=part.criterion,
        listed=part.listed,
        read=part.counted,
        ids=span(database, snapshots[part.counted].id),
    )
    listed = snapshots[part.listed]
    listing = Listing(
        listed.id,
        listed.as_at,
        definition,
        # What every case of the list meets helps to sort it.
        both(backlog.overdue) if part.overdue else EVERY,
        backlog,
        Sort("days_overdue", descending=True) if part.overdue else Sort("case_ref"),
        pairing=pairing,
    )
    return CaseList(selection, listed, measure, slices, definition, listing, part)


def _why_unknown(part: PartAsked, which: Which, unknown: Mapping[str, str]) -> str | None:
    """Why nobody knows who is in some parts of a flow; of both ends all may be known together."""
    if part.name in unknown or part.name in (OPENING, CLOSING) or isinstance(which, str):
        return unknown.get(part.name)
    # Where all are taken as actively managed, nobody is known to have moved from that.
    apart = (unknown[one] for one in which if one in unknown and one is not Part.MOVED_TO_REACTIVE)
    return next(apart, None)
