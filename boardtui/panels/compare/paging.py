"""Pages: lines in whole screens, so that none is cut and each begins with the columns' heads."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from boardtui.panels.text import Line

BLANK: Line = ()

ENDLESS = 1_000_000
"""The rows of a page that holds everything, as what is copied or written does."""

FEWEST = 3
"""Rows of a list that stand together at least where it goes on from one page to the next."""


class Units(Struct, frozen=True):
    """Lines that belong together: a heading, and units below it that are never broken.

    `title` is that of the section: it stands above the first of them on each page. `sortable` is
    whether the units can stand in another order.
    """

    section: str
    title: list[Line]
    heading: list[Line]
    units: list[list[Line]]
    sortable: bool = False

    def height(self, *, titled: bool) -> int:
        return len(self.heading) + sum(map(len, self.units)) + (len(self.title) if titled else 0)


class Pages(Struct):
    """Pages of so many rows; every one after the first begins with the lines of `top`."""

    room: int
    top: list[Line]
    done: list[list[Line]] = field(default_factory=list)
    stops: list[tuple[int, str]] = field(default_factory=list)
    """The rows at which another section begins, counted over all pages, with its name."""
    sortable: set[int] = field(default_factory=set)
    """The pages on which there is a list that can be sorted."""
    _section: str | None = None
    """The section whose title is the last one on the page."""

    def lines(self) -> list[Line]:
        """All pages, each filled up but the last; a blank row after each where they are endless."""
        endless = self.room >= ENDLESS
        filled = [
            page + [BLANK] * (1 if endless else self.room - len(page)) for page in self.done[:-1]
        ]
        return [line for page in (*filled, *self.done[-1:]) for line in page]

    def add_page(self, lines: Sequence[Line], starts: dict[str, int]) -> None:
        """A page as it is; `starts` are the rows of it at which sections begin."""
        first = len(self.done) * self.room
        self.stops += [(first + row, section) for section, row in starts.items()]
        self.done.append(list(lines)[: self.room])
        self._section = None

    def add(self, part: Units) -> None:
        """Lines after those that are there: on this page, on the next, or on both."""
        left: list[list[Line]] = part.units
        while True:
            here = self._fitting(replace(part, units=left))
            if here == len(left):
                self._put(replace(part, units=left))
                return
            if here >= FEWEST and len(left) - here >= FEWEST:
                self._put(replace(part, units=left[:here]))
                left = left[here:]
            elif self._is_fresh:
                # Nothing has more room than an empty page: as much as there is, whatever it is.
                self._put(replace(part, units=left[: max(1, here)]))
                left = left[max(1, here) :]
            self.turn()

    @property
    def _is_fresh(self) -> bool:
        return len(self.done[-1]) <= len(self.top)

    def turn(self) -> None:
        """Begin another page."""
        self.done.append(list(self.top))
        self._section = None

    def _fitting(self, part: Units) -> int:
        """How many of its units have room on the page, under title and heading."""
        left = self.room - len(self.done[-1]) - (not self._is_fresh)
        used = replace(part, units=[]).height(titled=self._section != part.section)
        for count, unit in enumerate(part.units):
            used += len(unit)
            if used > left:
                return count
        return len(part.units)

    def _put(self, part: Units) -> None:
        if not self._is_fresh:
            self.done[-1].append(BLANK)
        row = (len(self.done) - 1) * self.room + len(self.done[-1])
        if not self.stops or self.stops[-1][1] != part.section:
            self.stops.append((row, part.section))
        if part.sortable:
            self.sortable.add(len(self.done) - 1)
        title = part.title if self._section != part.section else []
        self._section = part.section
        for line in (*title, *part.heading, *(line for unit in part.units for line in unit)):
            if len(self.done[-1]) >= self.room:  # one unit that is longer than a page
                self.turn()
                self._section = part.section
            self.done[-1].append(line)
