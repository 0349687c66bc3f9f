"""Reading the names that can be asked for, and answering with what is stored beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.audience.rules import Way
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, OF_CASES, Slice
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.measures.measure import PublishedOnly
from boardtui.core.words.wording import value_text
from boardtui.review.day.catalogue import Catalogue
from boardtui.review.day.review import Review
from boardtui.review.find import naming
from boardtui.review.find.answer import Answer, Found
from boardtui.review.find.finder import SHOWN, Finder
from boardtui.review.find.stacks import MOST_SLICES
from boardtui.review.find.target import (
    ActionTarget,
    ByTarget,
    CaseTarget,
    DayTarget,
    FigureTarget,
    PartTarget,
    Target,
)
from boardtui.store.connection.database import Database
from boardtui.store.held.names import cases_beginning, known_case, slice_names, slice_values

CLOSED = "Single cases are closed on this screen."

MOST_CASES = 5
"""Cases that are listed for the beginning of a name."""

LEAST_TYPED = 3
"""Letters from which the beginning of a case's name is looked for: fewer say nothing yet."""

Values = dict[str, list[str | None]]
"""The slices of each dimension."""

MOST_READ = 25_000
"""The stored figures of one answer are looked for among so many rows: some 20 ms."""


def read_names(
    review: Review,
    database: Database,
    actions: Sequence[ActionTarget] = (),
    parts: Sequence[PartTarget] = (),
    *,
    room: bool = False,
) -> Finder:
    """Read every name that can be asked for on the review's day, beside those that are given.

    `database` is the review's, opened by the thread that reads. In a `room` no other day can be
    asked for, and who names a dimension asks for all of it at once.
    """
    values = _values(review, database)
    slices = {
        name: (naming.slices_of(DIMENSIONS[name], listed, review.definition), listed)
        for name, listed in values.items()
    }
    said = list(_said_slices(review, values))
    found = [] if room else list(_days(Catalogue(database)))
    by = list(_by_dimension(review))
    return Finder(
        naming.measures(),
        slices,
        [
            (naming.published(said), said),
            (naming.by_dimension(by), by),
            (naming.parts(parts), parts),
            (naming.days(found), found),
            (naming.actions(actions), actions),
        ],
        absent=MEASURES.keys() - _present(review),
        by_first=room,
        most_slices=1 if review.audience.closes(Way.CROSSES) else MOST_SLICES,
    )


def _present(review: Review) -> set[str]:
    """The measures that have a figure on the review's day."""
    counted = review.now.computed.wholes() if review.now.computed else []
    return {figure.measure for figure in (*counted, *review.now.published)}


def _values(review: Review, database: Database) -> Values:
    snapshot = review.selection.snapshot
    if snapshot is None:
        return {}
    # A tail is several slices at once.
    tails = () if review.audience.closes(Way.CROSSES) else review.definition.tails
    ages = (*review.definition.bands, *tails)
    bands: list[str | None] = [band.label for band in ages]
    open_ = review.audience.open_of(DIMENSIONS)
    read = {
        d.name: d.order(slice_names(database, snapshot, d.name))
        for d in OF_CASES
        if d.name in open_
    }
    return {name: bands if name == AGE_BAND.name else read[name] for name in open_}


def _said_slices(review: Review, values: Values) -> Iterator[FigureTarget]:
    """The published figures of slices that the records do not have too."""
    for measure, slices in dict.fromkeys((f.measure, f.slices) for f in review.now.published):
        declared = MEASURES.get(measure)
        if declared is None or not slices:
            continue
        counted = not isinstance(declared, PublishedOnly) and all(
            one.dimension in declared.dimensions and one.value in values.get(one.dimension, ())
            for one in slices
        )
        if not counted:
            yield FigureTarget(measure, slices)


def _by_dimension(review: Review) -> Iterator[ByTarget]:
    """The measures that the records have a figure of, by each dimension; the backlogs first."""
    if review.now.computed is None:
        return
    backlogs = [backlog.overdue_name for backlog in BACKLOGS.values()]
    there = {figure.measure for figure in review.now.computed.wholes()}
    for name in dict.fromkeys([*backlogs, *MEASURES]):
        for dimension in (
            review.audience.open_of(MEASURES[name].dimensions) if name in there else ()
        ):
            yield ByTarget(name, dimension)


def _days(catalogue: Catalogue) -> Iterator[DayTarget]:
    """Every day that can be opened: by force, the newest first."""
    for one in catalogue.every_day():
        yield DayTarget(one.force.name, one.day)


def ask(
    finder: Finder,
    review: Review,
    database: Database,
    text: str,
    limit: int = SHOWN,
    *,
    cases: bool,
) -> Answer:
    """What a text names, with stored values; with `cases`, also the cases whose name begins so.

    The case of that very name comes first, and those that only begin so after all else.
    """
    answer = finder.find(text, limit)
    cases = cases and review.audience.closes(Way.CASES) is None
    exact, begun, more = _cases(review, database, text.strip()) if cases else ([], [], False)
    others = answer.found[: limit - len(exact) - len(begun)]
    found = [*map(_case, exact), *others, *map(_case, begun)]
    values = _stored(finder, review, database, [each.target for each in found])
    valued = (replace(each, said=_said(review, values, each.target)) for each in found)
    total = answer.total + len(exact) + len(begun)
    nothing = None if found else answer.nothing
    if nothing and not cases:
        nothing += f" {review.audience.closes(Way.CASES) or CLOSED}"
    if nothing and (why := review.audience.closes(Way.CROSSES)):
        nothing += f" {why}"
    return Answer(text, tuple(valued), total, nothing, more)


def _case(ref: str) -> Found:
    return Found(CaseTarget(ref))


def _cases(review: Review, database: Database, typed: str) -> tuple[list[str], list[str], bool]:
    """The case of the name that was typed, a few whose name begins so, and whether others do."""
    snapshot = review.selection.snapshot
    if snapshot is None or not typed:
        return [], [], False
    spelt = list(dict.fromkeys((typed, typed.upper(), typed.lower(), typed.capitalize())))
    ref = known_case(database, review.selection.force, spelt)
    exact = [] if ref is None else [ref]
    if len(typed) < LEAST_TYPED:
        return exact, [], False
    most = MOST_CASES - len(exact)
    # One more than are listed and the one itself, to know whether there are others.
    begun = cases_beginning(database, snapshot, spelt, MOST_CASES + 1)
    others = [other for other in begun if other != ref]
    return exact, others[:most], len(others) > most


Stored = dict[FigureTarget, Figure]


def _stored(
    finder: Finder, review: Review, database: Database, targets: Sequence[Target]
) -> Stored:
    """The stored figures of the targets that are one slice; of the first alone, if that is dear."""
    computed = review.now.computed
    if computed is None or computed.stale or computed.restated or review.audience.hides:
        return {}
    wanted: dict[tuple[str, str], list[str | None]] = {}
    for target in targets:
        if isinstance(target, FigureTarget) and len(target.slices) == 1:
            one = target.slices[0]
            wanted.setdefault((target.measure, one.dimension), []).append(one.value)
    stored: Stored = {}
    read = 0
    for (measure, dimension), values in wanted.items():
        # No index holds the slice, so that every slice of the dimension is read.
        read += finder.slice_count(dimension)
        if read <= MOST_READ or not stored:
            figures = slice_values(database, computed.snapshot, measure, dimension, values)
            for value, figure in figures.items():
                stored[FigureTarget(measure, (Slice(dimension, value),))] = figure
    return stored


def _said(review: Review, stored: Stored, target: Target) -> str | None:
    """What is known of a target without working anything out."""
    match target:
        case ActionTarget(help=words):
            return words
        case PartTarget(said=people):
            return people
        case FigureTarget():
            figure = stored.get(target) or _at_hand(review, target)
            if figure is None:
                return None if target.measure in _present(review) else "no figure here"
            origin = " (published)" if figure.origin is Origin.PUBLISHED else ""
            return value_text(figure) + origin
        case _:
            return None


def _at_hand(review: Review, target: FigureTarget) -> Figure | None:
    """The target's one figure, where the review has it in memory under its definition."""
    computed = review.now.computed
    # What is hidden of a dimension is worked out at once, and kept.
    kept = not target.slices or review.audience.hides
    in_memory = computed is not None and (computed.restated or kept)
    counted = (
        review.now.from_records(target.measure, target.slices)
        if computed is not None and in_memory and not computed.stale
        else []
    )
    # Of a year of months, which one is meant? None is shown.
    figures = counted or review.now.said(target.measure, target.slices)
    return figures[0] if len(figures) == 1 else None
