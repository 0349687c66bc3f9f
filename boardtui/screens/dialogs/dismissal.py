"""Screens over others that are left once, however many keys arrive at a time."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from boardtui.screens.terminal.crash import Watching

T = TypeVar("T")


class DismissedOnce(Watching, ModalScreen[T]):
    """A modal screen that gives back one result; when it is left, further keys change nothing.

    Keys that a line delivers together all reach the screen that was there for the first of them.
    Textual would take the second dismissal for that of whatever is beneath.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave the screen with a result, unless it is left already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
