"""The queries that boardtui asks a database for a list of cases, noted to be asked without it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import Slice
from boardtui.review.cases.cases import case_list
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.store.connection.database import Record, Value
from boardtui.store.connection.sqlite import SqliteDatabase, plain
from boardtui.store.lists.listing import Sort, SortColumn
from boardtui.store.lists.pages import EVERYWHERE, head, page

Query = tuple[str, dict[str, Any]]

ROWS = 200
"""Rows of the first page, as the list of cases asks for them."""
SCREEN = 90
"""Rows read for a page: a screen, and one before and after."""


class NotedDatabase(SqliteDatabase):
    """A database that notes what it is asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.noted: list[Query] = []

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        self.noted.append((sql, dict(plain(parameters))))
        return super().rows(sql, parameters)


class CaseQueries:
    """The queries of the largest risk level of the overdue visits."""

    def __init__(self, path: Path) -> None:
        self._database = NotedDatabase(path)
        selection = choose(self._database)
        levels = Review(self._database, selection, STANDARD).by("overdue_visits", "risk_level")
        largest = max(levels, key=lambda level: level.figure.value or 0).figure.slices[0].value
        slices = (Slice("risk_level", largest),)
        cases = case_list(self._database, selection, "overdue_visits", slices, STANDARD)
        self._listing = cases.listing

    def head(self, column: SortColumn | None = None) -> list[Query]:
        """Those of the first rows, in the list's own order or by a column."""
        listing = replace(self._listing, sort=Sort(column)) if column else self._listing
        self._database.noted.clear()
        head(self._database, listing, EVERYWHERE, ROWS)
        return list(self._database.noted)

    def page(self) -> list[Query]:
        """That of a page, of ids from all over the table."""
        self._database.noted.clear()
        page(self._database, range(1, SCREEN * 7, 7))
        return list(self._database.noted)
