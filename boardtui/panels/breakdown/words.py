"""Which rows hold some words in their names, for who looks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def holding(
    words: Sequence[str], values: Sequence[str | None], title: Callable[[str | None], str]
) -> list[str | None]:
    """The values whose titles hold all of some words, in capitals or not."""
    folded = [word.casefold() for word in words]
    return [v for v in values if not folded or all(w in title(v).casefold() for w in folded)]
