"""How far an ingest is, on stderr: one line rewritten on a terminal, else a few lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

PATIENCE = 2.0
"""Seconds of work of which nothing is told where there is no terminal."""

BETWEEN_LINES, BETWEEN_REWRITES = 5.0, 0.1


class Told:
    """Takes what an ingest tells of its progress; leaving clears the line.

    `clock` gives seconds, as `time.monotonic` does; `of` is what is counted. With `tells_left` it
    says how long the rest of a stage will take, if it goes on as it went since it began.
    """

    def __init__(
        self,
        stream: TextIO | None,
        clock: Callable[[], float],
        of: str = "rows",
        *,
        tells_left: bool = False,
    ) -> None:
        self._stream = stream
        self._tells_left = tells_left
        self._stage, self._began, self._first = "", 0.0, 0
        self._some_done: set[str] = set()
        self._of = of
        self._clock = clock
        self._rewrites = stream is not None and stream.isatty()
        self._next = clock() + (0.0 if self._rewrites else PATIENCE)
        self._width = 0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = self._clock()
        if done:
            self._some_done.add(stage)
        if stage != self._stage:
            self._stage, self._began, self._first = stage, now, done
        if self._stream is None or now < self._next:
            return
        self._next = now + (BETWEEN_REWRITES if self._rewrites else BETWEEN_LINES)
        text = words(stage, done, total, self._of)
        if self._tells_left and total and done > self._first and now - self._began >= PATIENCE:
            a_second = (done - self._first) / (now - self._began)
            text = f"{text}, {time_left((total - done) / a_second)} left"
        if self._rewrites:
            self._stream.write(f"\r{text:<{self._width}}")
            self._width = len(text)
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()

    def has_been(self, stage: str) -> bool:
        """Whether something of a stage was done."""
        return stage in self._some_done

    def __enter__(self) -> Told:
        return self

    def __exit__(self, *error: object) -> None:
        if self._stream is not None and self._width:
            self._stream.write(f"\r{'':<{self._width}}\r")
            self._stream.flush()


def words(stage: str, done: int, total: int | None, of: str = "rows") -> str:
    """A stage and its progress in words: "reading cases, 400,000 of 1,000,000 rows"."""
    beginning = stage[:1].upper() + stage[1:]
    if not done:
        return f"{beginning} …"
    if not total:
        return f"{beginning}, {done:,} {of}"
    return f"{beginning}, {done:,} of {total:,} {of}"


def time_left(seconds: float) -> str:
    """So many seconds in words, as exact as a guess can be: "about 3 minutes"."""
    minutes = round(seconds / 60)
    if seconds < 50:
        return "less than a minute"
    if minutes < 2:
        return "about a minute"
    if minutes < 90:
        return f"about {minutes} minutes"
    return f"about {round(minutes / 60)} hours"
