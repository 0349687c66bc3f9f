"""What is known of a list of cases as it is looked at: a few rows, its length, its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardtui.core.history.case import Case
from boardtui.store.lists.listing import Listing
from boardtui.store.lists.pages import Order

HEAD = 200
"""Rows that are asked for at once, before the list is counted and sorted."""

MOST_KNOWN = 2_000
"""Rows that are kept: those looked at last."""


class CaseRows:
    """The rows of one listing, known by and by.

    `count` is None until the list is counted; `order` until all of it is sorted. With `failed`
    what is not known yet will not come.
    """

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.count: int | None = None
        self.order: Order | None = None
        self.begun = self.failed = False
        self._known: dict[int, Case] = {}

    @property
    def length(self) -> int:
        """The rows that can be gone to: all, once they are counted."""
        return len(self._known) if self.count is None else self.count

    def at(self, row: int) -> Case | None:
        return self._known.get(row)

    def begin(self, cases: Sequence[Case]) -> None:
        """Take in the first rows; fewer than were asked for are all there are."""
        self.begun = True
        self._known = dict(enumerate(cases))
        if len(cases) < HEAD:
            self.count = len(cases)

    @property
    def complete(self) -> bool:
        return self.begun and len(self._known) == self.count

    def take_in(self, cases: Mapping[int, Case]) -> None:
        """Take in rows, by their number from 0."""
        for row, case in cases.items():
            self._known.pop(row, None)
            self._known[row] = case
        for row in list(self._known)[:-MOST_KNOWN]:
            del self._known[row]

    def unknown(self, rows: range) -> dict[int, int]:
        """Of some rows those not known yet, with the ids by which to read them."""
        if self.order is None or self.complete:
            return {}
        there = range(max(0, rows.start), min(rows.stop, len(self.order)))
        return {row: self.order[row] for row in there if row not in self._known}

    def place(self, case_ref: str) -> int | None:
        """The row of a case among the rows that are known."""
        found = (row for row, case in self._known.items() if case.case_ref == case_ref)
        return next(found, None)
