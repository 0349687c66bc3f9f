"""Rows on their way to a PostgreSQL server, while something else is worked out.

The server takes as long over rows and their indexes as it takes here to count what is in them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


class Sending:
    """Streams of rows, sent one after another over a connection.

    Nobody else may use the connection until `wait` returns.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="sending")
        self._under_way: deque[Future[None]] = deque()

    def send(self, sql: str, lines: Iterable[str]) -> None:
        """Have rows taken in, which are given as the text that a COPY takes; at once."""
        self.wait()
        self._send(sql, lines)

    def send_later(self, sql: str, lines: str) -> None:
        """As `send`, without waiting for it; what goes wrong is said by `wait`."""
        self._under_way.append(self._pool.submit(self._send, sql, (lines,)))

    def _send(self, sql: str, lines: Iterable[str]) -> None:
        with self._connection.cursor() as cursor, cursor.copy(sql) as stream:
            for some in lines:
                stream.write(some)

    def wait(self) -> None:
        """Return when all is there.

        Raises:
            Exception: the driver's, if the server did not take it.
        """
        while self._under_way:
            self._under_way.popleft().result()

    def end(self) -> None:
        """Send nothing more: what has not begun is given up."""
        self._pool.shutdown(cancel_futures=True)
