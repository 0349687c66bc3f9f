"""The programs by which it is asked of a layout what could be otherwise, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from boardtui.publish.program import Program


class Programs:
    """The programs of a layout, each about the same people; the wider are made when first asked.

    Narrow are those of a dimension `alone`, all else being as it is; and those `between` kinds that
    differ in few measures, of which some are taken to be another. In `all` is whatever can be
    otherwise; it is None where that would take too long.
    """

    def __init__(
        self,
        alone: Sequence[Program],
        between: Callable[[], Sequence[Program]],
        widest: Callable[[], Program],
        *,
        has_all: bool,
    ) -> None:
        self.alone, self._between = alone, between
        self.widest, self.has_all = widest, has_all
        """`widest` makes the program of all, for the few cells of which nothing else is left."""

    @cached_property
    def between(self) -> Sequence[Program]:
        return self._between()

    @cached_property
    def all(self) -> Program | None:
        return self.widest() if self.has_all else None

    def __iter__(self) -> Iterator[Program]:
        yield from (*self.alone, *self.between, *([self.all] if self.all else []))

    @property
    def narrow(self) -> Sequence[Program]:
        """Those by which it is found out what to hide for many cells at once."""
        return self.alone if self.has_all else (*self.alone, *self.between)

    @property
    def of_one(self) -> Sequence[Program]:
        """Those by which one cell is proved: what is possible between kinds is so in all."""
        return (*self.alone, self.all) if self.all else (*self.alone, *self.between)

    @property
    def of_hiding(self) -> Sequence[Program]:
        """Those by which it is found out what to hide; all at once hides least."""
        return (self.all,) if self.all else (*self.alone, *self.between)
