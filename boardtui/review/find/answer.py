"""What find says to what was typed."""

from __future__ import annotations

from msgspec import Struct

from boardtui.review.find.target import Target


class Found(Struct, frozen=True):
    """A target, with what is known of it: a figure's stored value, an action's help."""

    target: Target
    said: str | None = None


class Answer(Struct, frozen=True):
    """The best of what was found, and of how many; where nothing was, why not.

    `asked` is what was typed, word for word. Of the cases that begin so a few are listed, and
    `more_cases` is whether there are others.
    """

    asked: str
    found: tuple[Found, ...] = ()
    total: int = 0
    nothing: str | None = None
    more_cases: bool = False

    @property
    def more(self) -> int:
        """How many were found besides those listed."""
        return self.total - len(self.found)
