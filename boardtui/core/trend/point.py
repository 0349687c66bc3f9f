"""The points of a trend: a month or a day with its value, or with why there is none."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Ground(Struct, frozen=True):
    """What a value stands on; two that differ in any of these are not joined.

    `definition` is the definition in words, `assumed` what was taken for granted of the records,
    `tool` the risk tool that most were graded by, and `source` who published it.
    """

    definition: str = ""
    assumed: str | None = None
    tool: str | None = None
    source: str | None = None


class Point(Struct, frozen=True):
    """A value of a month, or of a published day.

    `slot` is the first day of the month that it stands for; of a published day the day itself.
    `value` is None where it is not known, and `unknown` says why, or where it is hidden from who
    looks. `low` and `high` bound a hedged value; they equal it where it is exact.
    """

    slot: date
    as_at: date
    value: float | None
    low: float | None
    high: float | None
    ground: Ground
    unknown: str | None = None
    suppressed: bool = False
    written: str = ""
    """The value as it is shown, with its hedge; "" where the number says all."""

    @property
    def known(self) -> bool:
        return self.value is not None


class Gap(Struct, frozen=True):
    """A month between the first and the last of which there is no point, and why."""

    slot: date
    why: str
