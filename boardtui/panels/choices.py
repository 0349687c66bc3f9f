"""Several figures for one thing: the one that is shown, and the others with who said them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardtui.core.criterion.dimension import WHOLE, Slices
from boardtui.core.figure.agreement import agree
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.words.wording import change_places, change_unit, signed_interval, value_text
from boardtui.panels.phrases import of_base, when
from boardtui.panels.text import BREAK, Chunk, Line, Role, Span, chunk, number, quiet, wrapped
from boardtui.review.day.choices import Choice, choices
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Pair = tuple[ComparedFigure, ComparedFigure, str]
"""The figure that is shown, another of the same thing, and what that counts, if it must be said."""

MARK = "▸"


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


def others_of(found: list[ComparedFigure]) -> list[Pair]:
    """The figures after the first, each paired with it."""
    return [(found[0], other, "") for other in found[1:]]


def chosen_by(shown: ComparedFigure) -> list[Chunk]:
    """Who gave the figure that is shown, where records give one too and were not chosen."""
    counted = any(other.origin is Origin.RECORDS for other in shown.others)
    if shown.figure.origin is Origin.RECORDS or not counted:
        return []
    return [chunk(quiet(f"chosen: said by {speaker(shown.figure)}"), subject=shown)]


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


def said_later(figure: Figure) -> str | None:
    """When a figure was said, where its words name another day than the one that it is of."""
    stated = figure.as_at_stated or ""
    found = re.search(r"\bas said on (.+)$", stated)
    return f"said {found[1]}" if found else None


def agreement(other: Figure, shown: Figure) -> str:
    """Whether a figure agrees with the one shown: "agrees", "does not agree (+10)"."""
    theirs, mine = other.interval, shown.interval
    if theirs is None or mine is None:
        return "not known whether it agrees"
    if agree(other, shown):
        return "agrees"
    apart = signed_interval(theirs - mine, change_places(other, shown), change_unit(other.unit))
    return f"does not agree ({apart})"


def choices_lines(
    review: Review, measure: str, slices: Slices = WHOLE, width: int = 80, of: Figure | None = None
) -> list[Line]:
    """A page of the figures given for one thing, each with all that tells it from the others.

    The one that stands on the board is marked. Each chunk's subject is its figure, so that a
    screen knows which one is pointed at.
    """
    lines: list[Line] = []
    for choice in choices(review, measure, slices, of):
        if lines:
            lines.append(BREAK)
        for row, pieces in enumerate(_told(choice)):
            lines += wrapped(pieces, width, indent=4) if row == 0 else _indented(pieces, width)
    return lines


def _indented(pieces: list[Chunk], width: int) -> list[Line]:
    return [
        (chunk("    "), *line) for line in wrapped(pieces, max(width - 4, 1)) if pieces and line
    ]


def _told(choice: Choice) -> list[list[Chunk]]:
    one, figure = choice.compared, choice.compared.figure
    mark = f"{MARK} " if choice.is_chosen else "  "
    first = [chunk(mark, Span(value_text(figure), Role.HEADLINE), subject=one)]
    if one.share:
        first.append(chunk(of_base(one.share), subject=one))
    first.append(chunk(quiet("shown on the board" if choice.is_chosen else verdict(choice))))
    origin = "computed from records" if figure.source is None else f"said by {figure.said_by}"
    return [first, [chunk(origin, subject=one)], [chunk(quiet(when(figure)), subject=one)]]


def one_line(choice: Choice) -> str:
    """A figure given, on a line: "▸ 273 · computed from records · 17 Jan 2024 · …"."""
    figure = choice.compared.figure
    mark = MARK if choice.is_chosen else " "
    origin = "computed from records" if figure.source is None else f"said by {figure.said_by}"
    told = "shown on the board" if choice.is_chosen else verdict(choice)
    return f"{mark} {value_text(figure)} · {origin} · {when(figure)} · {told}"


def verdict(choice: Choice) -> str:
    """Whether it agrees with the chosen one, in a sentence's end."""
    chosen = value_text(choice.chosen)
    if choice.agrees is None:
        return f"not known whether it agrees with {chosen}"
    if choice.agrees:
        return f"agrees with {chosen}"
    return f"{value_text(choice.compared.figure)} was given too: does not agree with {chosen}"
