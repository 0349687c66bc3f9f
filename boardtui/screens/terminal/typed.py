"""What a terminal sends, as keys and other events: whatever else arrives harms nothing."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator

from textual import constants
from textual._xterm_parser import (
    BRACKETED_PASTE_END,
    BRACKETED_PASTE_START,
    XTermParser,
)
from textual.message import Message

SILENCE = 1.0
"""Seconds of silence after which what was being pasted is taken to be all of it."""

LONGEST_PASTE = 100_000
"""Characters pasted at a time, beyond which the end of it is no longer waited for."""


class Typed:
    """Bytes from a terminal, read as Textual reads them.

    Bytes that are not UTF-8 are left out, reports that say nothing sensible are dropped, and a
    paste whose end does not come is ended: keys would be taken for more of it for ever. `clock`
    gives seconds, as `time.monotonic` does.
    """

    def __init__(self, clock: Callable[[], float], escape_delay: float) -> None:
        """Take seconds for which the rest of a key is waited for behind an escape."""
        self._clock = clock
        # Where Textual's parser looks, at each escape.
        constants.ESCAPE_DELAY = escape_delay  # type: ignore[misc]
        self._decode = getincrementaldecoder("utf-8")("ignore").decode
        self._parser = XTermParser()
        self._heard = clock()
        self._tail = ""
        self._pasted: int | None = None

    def take(self, data: bytes) -> Iterator[Message]:
        """What some bytes say."""
        text = self._decode(data)
        self._heard = self._clock()
        yield from self._parsed(text)
        self._look_for_paste(text)
        if self._pasted is not None and self._pasted > LONGEST_PASTE:
            yield from self._end_paste()

    def wait(self) -> Iterator[Message]:
        """What it says that nothing came for a while."""
        try:
            yield from self._parser.tick()
        except Exception:
            self._start_anew()
        if self._pasted is not None and self._clock() - self._heard >= SILENCE:
            yield from self._end_paste()

    def _parsed(self, text: str) -> Iterator[Message]:
        if not text:  # to the parser, the end of everything
            return
        try:
            yield from self._parser.feed(text)
        except Exception:
            self._start_anew()

    def _start_anew(self) -> None:
        """After a report that made no sense: a parser that fell over it parses no further."""
        self._parser = XTermParser()
        self._pasted = None

    def _look_for_paste(self, text: str) -> None:
        """See whether a paste has begun or ended; the marks may come in pieces."""
        seen = self._tail + text
        begun, ended = seen.rfind(BRACKETED_PASTE_START), seen.rfind(BRACKETED_PASTE_END)
        if begun > ended:
            self._pasted = len(seen) - begun
        elif ended >= 0:
            self._pasted = None
        elif self._pasted is not None:
            self._pasted += len(text)
        self._tail = seen[1 - len(BRACKETED_PASTE_START) :]

    def _end_paste(self) -> Iterator[Message]:
        self._pasted, self._tail = None, ""
        yield from self._parsed(BRACKETED_PASTE_END)
