"""The known name nearest to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable

ALIKE = 0.6
"""How alike two names are from which one may be meant by the other; 1 is the same name."""


def nearest(name: str, known: Iterable[str], alike: float = ALIKE) -> str | None:
    """The known name most like the one given, or begun by it; None where none is like it."""
    import difflib

    by_fold = {_folded(each): each for each in known}
    given = _folded(name)
    found = difflib.get_close_matches(given, by_fold, n=1, cutoff=alike)
    if not found and len(given) >= 3:
        found = [each for each in by_fold if each.startswith(given)]
    return by_fold[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown name: "; did you mean overdue.bands?", or "."."""
    found = nearest(name, known)
    return f"; did you mean {found}?" if found else "."


def suggestion(name: str, known: Iterable[str]) -> str:
    """A sentence to follow one about an unknown name: " Did you mean Essex?", or nothing."""
    found = nearest(name, known)
    return f" Did you mean {found}?" if found else ""


def _folded(name: str) -> str:
    return name.casefold().replace(" ", "_")
