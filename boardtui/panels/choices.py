"""Several figures for one thing: the one that is shown, and the others with who said them."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.wording import change_places, change_unit, signed_interval, value_text
from boardtui.panels.text import Chunk, Line, Span, chunk, number, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure

Pair = tuple[ComparedFigure, ComparedFigure, str]
"""The figure that is shown, another of the same thing, and what that counts, if it must be said."""


def speaker(figure: Figure) -> str:
    """Who gave a figure, as short as a panel needs: "DCC Jon Reilly" without the occasion."""
    if figure.source is None:
        return "records"
    return figure.source.said_by.split(",")[0].split(" (")[0].strip() or "somebody"


def given_too(pairs: Iterable[Pair], width: int) -> list[Line]:
    """The other figures of what a panel shows, told by who gave them, and whether they agree."""
    told: dict[str, list[Pair]] = {}
    for pair in pairs:
        told.setdefault(speaker(pair[1].figure), []).append(pair)
    lines: list[Line] = []
    for who, mine in told.items():
        shown, first, _ = mine[0]
        verb = "give" if first.figure.origin is Origin.RECORDS else "said"
        if who == speaker(shown.figure):
            verb = f"also {verb}"
        pieces = [chunk(quiet(f"{who} {verb}"))]
        lines += wrapped([*pieces, *(_beside(*pair) for pair in mine)], width, indent=1)
    return lines


def _beside(shown: ComparedFigure, other: ComparedFigure, counts: str) -> Chunk:
    spans = [number(value_text(other.figure))]
    if other.share:
        spans.append(Span(f" of {value_text(other.share.base, unit=False)}"))
    if counts:
        spans.append(Span(f" {counts}"))
    if later := said_later(other.figure):
        spans.append(quiet(f" ({later})"))
    spans.append(quiet(f": {agreement(other.figure, shown.figure)}"))
    return chunk(*spans, subject=other)


SAID_ON = "as said on "
"""The words before the day on which a figure was said, where that is another than its own."""


def said_later(figure: Figure) -> str | None:
    """When a figure was said, where its words name another day than the one that it is of."""
    before, _, day = (figure.as_at_stated or "").partition(SAID_ON)
    return f"said {day}" if day and not before[-1:].isalnum() else None


def agreement(other: Figure, shown: Figure) -> str:
    """Whether a figure agrees with the one shown: "agrees", "does not agree (+10)"."""
    theirs, mine = other.interval, shown.interval
    if theirs is None or mine is None:
        return "not known whether it agrees"
    if agree(other, shown):
        return "agrees"
    apart = signed_interval(theirs - mine, change_places(other, shown), change_unit(other.unit))
    return f"does not agree ({apart})"
