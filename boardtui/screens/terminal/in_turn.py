"""Keys in their turn: each is for the screen that the one before it has led to."""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.screen import Screen

LONGEST = 1.0
"""Seconds after which the next key waits no longer, whatever became of the one before."""


class InTurn(App[None]):
    """An app that takes what is typed piece by piece, however much a line delivers together.

    Textual hands each key on as it comes. Words typed behind `/` would be keys of the board, since
    the field for them is not there yet: a `q` among them would leave it. And a letter that is
    erased would be erased last.
    """

    class Followed(Message):
        """Goes the same way as a key, behind it: whoever took that is done with it."""

        def __init__(self, typed: Key | Paste) -> None:
            super().__init__()
            self.typed = typed

    _typed: deque[Key | Paste]
    _current: Key | Paste | None = None
    _typed_on: Screen[Any] | None = None

    def on_load(self) -> None:
        """Have nothing typed to begin with."""
        self._typed = deque()

    async def on_event(self, event: Event) -> None:
        """As Textual's, but what is typed waits for its turn.

        An app that ends has no screen left that a key could be for: then it is for nobody.
        """
        if not isinstance(event, Key | Paste):
            await super().on_event(event)
        elif not event.is_forwarded:
            self._typed.append(event)
            await self._take()
        elif self.screen_stack:
            await super().on_event(event)
            if event is self._current:
                await self._done()

    async def _take(self) -> None:
        """Hand on what was typed first, where nothing typed before is still under way."""
        if self._current is not None or not self._typed or not self.screen_stack:
            return
        typed = self._current = self._typed.popleft()
        self._typed_on = self.screen
        target = self.focused or self.screen
        get_running_loop().call_later(LONGEST, self.call_next, self._give_up, typed)
        await super().on_event(typed)
        if not target.post_message(self.Followed(typed)):
            await self._done()

    async def on_in_turn_followed(self, event: Followed) -> None:
        if event.typed is self._current:
            await self._done()

    async def _done(self) -> None:
        """Go on, once a screen that has come meanwhile is there with all that is on it."""
        assert self._current is not None
        if not self.screen_stack:
            self._current = None
        elif self.screen is self._typed_on:
            self._current = None
            await self._take()
        else:
            self._typed_on = self.screen
            self.screen.post_message(self.Followed(self._current))

    async def _give_up(self, typed: Key | Paste) -> None:
        if typed is self._current:
            self._current = None
            await self._take()
