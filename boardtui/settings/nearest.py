"""The known name nearest to one that was mistyped."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like the one given, or begun by it; None where none is like it."""
    import difflib

    by_fold = {each.casefold(): each for each in known}
    given = name.casefold().replace(" ", "_")
    found = difflib.get_close_matches(given, by_fold, n=1, cutoff=0.6)
    if not found and len(given) >= 3:
        found = [each for each in by_fold if each.startswith(given)]
    return by_fold[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown name: "; did you mean overdue.bands?", or "."."""
    found = nearest(name, known)
    return f"; did you mean {found}?" if found else "."
