"""What has been written so far to a PostgreSQL server, read through the driver alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from boardtui.store.connection import driven
from boardtui.store.connection.database import Record, Value


class Driven:
    """Reads over the connection that writes; `driver` gives it, in a transaction."""

    def __init__(self, driver: Callable[[], Any]) -> None:
        self._driver = driver

    def rows(self, sql: str, parameters: Mapping[str, Value] = {}) -> list[Record]:
        return driven.rows(self._driver(), sql, parameters)

    def stream(self, sql: str, parameters: Mapping[str, Value] = {}) -> Iterator[Record]:
        return driven.held_stream(self._driver(), sql, parameters)

    def close(self) -> None:
        """It is closed with what writes."""
