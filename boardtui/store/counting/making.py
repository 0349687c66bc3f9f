"""Making figures of one snapshot: what all of them have in common is said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import WHOLE, Slice, Slices
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.interval import whole
from boardtui.core.measures.given import Given
from boardtui.core.measures.measure import Measure, stated
from boardtui.core.measures.unknown import assumption, why_unknown
from boardtui.store.held.snapshots import SnapshotKey


class Sliced(Struct, frozen=True):
    """What a measure comes to in each of some slices of a dimension; of the whole, without one.

    `unknown` says why where a value is None.
    """

    measure: Measure
    dimension: str | None
    slices: Sequence[str | None]
    values: Sequence[float | None]
    unknown: str | None = None

    @property
    def by(self) -> tuple[str, ...]:
        """The dimensions that the measure is told apart by."""
        return () if self.dimension is None else (self.dimension,)


class Maker:
    """Makes the figures of a snapshot that are computed under a definition."""

    def __init__(self, snapshot: SnapshotKey, definition: Definition) -> None:
        self.snapshot = snapshot
        self.definition = definition
        self._known = _known_of(snapshot.given, definition)

    def why_unknown(self, measure: Measure, by: tuple[str, ...]) -> str | None:
        """Why a measure told apart by some dimensions is not known of the snapshot; else None."""
        return self._of(measure, by).why

    def figure(
        self,
        measure: Measure,
        value: float | None,
        slices: Slices = WHOLE,
        *,
        unknown: str | None = None,
        suppressed: bool = False,
        period: tuple[date, date] | None = None,
        partial: str | None = None,
    ) -> Figure:
        """A figure; `unknown` says why where the value is None; `period` is first and last day.

        What the snapshot's files do not say is not known, whatever was counted. A value that is
        `suppressed` is none either, and not for want of knowing it.
        """
        by = (slices[0].dimension,) if len(slices) == 1 else tuple([s.dimension for s in slices])
        known = self._of(measure, by)
        suppressed = suppressed and not known.why
        if known.why or suppressed:
            value, unknown = None, known.why
        number = None if value is None else whole(value)
        # By place: a snapshot has a thousand, and names take a third of the time.
        return Figure(
            measure.name,
            number,
            number,
            number,
            measure.unit,
            period[1] if period else self.snapshot.as_at,
            Origin.RECORDS,
            slices,
            Qualifier.SUPPRESSED if suppressed else Qualifier.EXACT,
            unknown if value is None else None,
            suppressed,
            assumed=known.assumed if value is not None else None,
            period_start=period[0] if period else None,
            partial=partial,
            definition=known.stated,
            synthetic=self.snapshot.force.synthetic,
        )

    def figures(self, found: Sliced) -> Iterator[Figure]:
        """The figure of each slice."""
        for name, value in zip(found.slices, found.values, strict=True):
            slices = WHOLE if found.dimension is None else (Slice(found.dimension, name),)
            yield self.figure(found.measure, value, slices, unknown=found.unknown)

    def _of(self, measure: Measure, by: tuple[str, ...]) -> _Known:
        found = self._known.get((measure.name, by))
        if found is None:
            given = self.snapshot.given
            found = self._known[measure.name, by] = _Known(
                why_unknown(measure, by, given),
                assumption(measure, given),
                stated(measure, self.definition, by),
            )
        return found


class _Known(Struct, frozen=True):
    """What all figures of a measure, told apart by the same dimensions, have in common."""

    why: str | None
    assumed: str | None
    stated: str


@lru_cache(maxsize=32)
def _known_of(given: Given, definition: Definition) -> dict[tuple[str, tuple[str, ...]], _Known]:
    """What is known so far of figures of the same files under one definition.

    The two days of a board mostly share it.
    """
    return {}
