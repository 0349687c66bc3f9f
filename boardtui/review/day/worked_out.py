"""Figures that are worked out when somebody asks for them, and then kept with a review."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec import Struct

from boardtui.core.criterion.definition import Definition
from boardtui.core.figure.figure import Figure
from boardtui.review.day.selection import Selection


class WorkedOut(Struct, frozen=True):
    """All that something needs and is not stored: of the day looked at, and of the baseline's.

    `asked` is what they were worked out for, by which a review knows that it has them. They are of
    one selection under one definition, and of no other review.
    """

    asked: Hashable
    selection: Selection
    definition: Definition
    now: Sequence[Figure]
    then: Sequence[Figure]
