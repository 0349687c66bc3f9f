"""Figures that are worked out when somebody asks for them, and then kept with a review."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct

from boardtui.core.figure.figure import Figure


class WorkedOut(Struct, frozen=True):
    """All that something needs and is not stored: of the day looked at, and of the baseline's.

    `asked` is what they were worked out for, by which a review knows that it has them.
    """

    asked: Hashable
    now: Sequence[Figure]
    then: Sequence[Figure]
