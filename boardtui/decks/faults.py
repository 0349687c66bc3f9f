"""What is wrong with a deck, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class DeckError(Exception):
    """A deck cannot be shown; each of `faults` is a sentence for the user."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class Fault(Struct, frozen=True):
    """What is wrong with a slide of a file, by its number; with number 0, with the deck itself."""

    number: int
    text: str


def where(number: int, kind: str | None = None) -> str:
    """Which slide of a deck a fault is of: "slide 3 (flow)"."""
    return f"slide {number} ({kind})" if kind else f"slide {number}"


def ended(text: str) -> str:
    """A sentence with its full stop, where it has no end of its own."""
    return text if text.endswith((".", "?")) else f"{text}."
