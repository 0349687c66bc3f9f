"""Keys in their turn: each is for the screen that the one before it has led to."""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message
from textual.screen import ModalScreen, Screen

LONGEST = 1.0
"""Seconds after which the next key waits no longer, whatever became of the one before."""

Typed = Key | Paste

if TYPE_CHECKING:
    _App = App[None]
else:
    # A class of Textual's takes long to make at each launch: what is mixed into one is none.
    _App = object


class KeepsKeys:
    """A screen that keeps what is typed on it: none of it comes back to the app."""


class InTurn(_App):
    """An app in which what is typed comes in turn, however much a line delivers together.

    Textual hands each key on as it comes. Words typed behind `/` would be keys of the board, since
    the field for them is not there yet: a `q` among them would leave it. And a letter that is
    erased would be erased last.

    So what is typed on a sheet, in its field, or on a screen that keeps it, is handed on one by
    one. Of a screen without a sheet all keys are handed on at once, since it is then painted once
    for all of them; those that come back when another screen has come meanwhile are typed on that
    one.
    """

    class Followed(Message):
        """Goes the same way as a key, or to a new screen: what was sent before it is done with."""

        def __init__(self, of: Typed | Screen[Any]) -> None:
            super().__init__()
            self.of = of

    at_once = frozenset({"ctrl+c", "ctrl+q"})
    """Keys that wait for nothing: they leave."""

    _typed: deque[Typed]
    _sent: deque[Typed]
    _sent_on: Screen[Any] | None = None
    _back = 0
    _current: Typed | None = None
    _at: Screen[Any] | None = None
    _coming: Screen[Any] | None = None

    def on_load(self) -> None:
        """Have nothing typed to begin with."""
        self._typed, self._sent = deque(), deque()

    async def on_event(self, event: Event) -> None:
        """As Textual's, but what is typed waits for its turn.

        An app that ends has no screen left that a key could be for: then it is for nobody.
        """
        if not isinstance(event, Key | Paste):
            await super().on_event(event)
        elif not self.screen_stack:
            return
        elif event.is_forwarded:
            await self._come_back(event)
        elif isinstance(event, Key) and event.key in self.at_once:
            await super().on_event(event)
        else:
            self._typed.append(event)
            await self._take()

    async def _take(self) -> None:
        """Hand on what was typed, as far as its turn has come."""
        while self.screen_stack and self._typed and not (self._current or self._coming):
            screen, first = self.screen, self._typed[0]
            finds = isinstance(first, Key) and first.key == self.COMMAND_PALETTE_BINDING
            one_by_one = finds or self.focused or isinstance(screen, ModalScreen | KeepsKeys)
            if self._sent and (one_by_one or self._sent_on is not screen):
                return
            if screen is not self._at:
                self._coming = screen
                self._give_up_later(screen)
                if screen.post_message(self.Followed(screen)):
                    return
                self._coming, self._at = None, screen
            typed = self._typed.popleft()
            target = self.focused or screen
            await super().on_event(typed)
            if not typed.is_forwarded:  # a key of the app itself: all is done
                continue
            self._give_up_later(typed)
            if not one_by_one:
                self._sent.append(typed)
                self._sent_on = screen
            elif target.post_message(self.Followed(typed)):
                self._current = typed

    async def _come_back(self, typed: Typed) -> None:
        """Do what a key does that has come back from the screen that it was handed to."""
        sent = typed in self._sent
        while sent and self._sent.popleft() is not typed:
            pass
        if sent and self.screen is not self._sent_on:
            self._typed.insert(self._back, _again(typed))
            self._back += 1
        else:
            await super().on_event(typed)
        if typed is self._current:
            self._current = None
        if not self._sent:
            self._back = 0
        await self._take()

    async def on_in_turn_followed(self, event: Followed) -> None:
        await self._over(event.of)

    def _give_up_later(self, of: Typed | Screen[Any]) -> None:
        get_running_loop().call_later(LONGEST, self.call_next, self._over, of)

    async def _over(self, of: Typed | Screen[Any]) -> None:
        """Wait no longer for what was handed on, or for a screen to be there."""
        if of is self._current:
            self._current = None
        elif of is self._coming:
            self._at, self._coming = self._coming, None
        elif of in self._sent:
            self._sent.clear()
            self._back = 0
        else:
            return
        await self._take()


def _again(typed: Typed) -> Typed:
    return typed.copy() if isinstance(typed, Key) else Paste(typed.text)
