"""The screen of forces side by side: where the opened one lies, the funnel, and all by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, value_text
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.forces.plot import COMMON, FORCE, INNER, OPENED, OUTER, plot
from boardtui.panels.head import head
from boardtui.panels.large import SMALL, said_large
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows, rows_of
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, columns, fit, quiet, space, wrapped
from boardtui.review.forces.side import Compared, SideBySide
from boardtui.review.forces.told import (
    common_sentence,
    dispersion_sentence,
    lies_sentence,
    share_words,
    where_words,
)

CRUMB = "Board › Forces side by side"

MARGIN = 2

NARROW = 60
"""Columns below which a statement says no more than it must."""

LEAST = 6
"""Rows that the table has in sight under the picture, where the screen is not small."""

NO_RANKS = (
    "Not ranked: forces differ in more than this, in what they are sent and in whom they count."
)


def forces_rows(
    board: Board,
    found: SideBySide,
    width: int,
    height: int,
    notes: Sequence[str] = (),
    *,
    by_size: bool = False,
) -> Rows:
    """The screen for a size, without the line of keys; in the order of names, or of sizes."""
    top: list[Line] = [head(board.review, width, CRUMB, then=False)]
    room = width - 2 * MARGIN
    for note in notes:
        top += [(space(1), *each) for each in wrapped([chunk(quiet(note))], width - 2)]
    small = height < SMALL
    above = [*_statement(found, width, height), ()]
    beneath = height - 1 - len(top) - len(above) - 3
    picture = plot(found, room, max(0, min(beneath - (0 if small else LEAST), height * 3 // 5)))
    if picture:
        above += [*_set_in(picture), *_set_in(_legend(found, room)), ()]
    rest = list(_tables(found, room, by_size))
    if small and (spread := dispersion_sentence(found)):
        rest = [*wrapped([chunk(quiet(spread))], room), (), *rest]
    return rows_of(top, [[*above, *_set_in(rest)]], width)


def _statement(found: SideBySide, width: int, height: int) -> list[Line]:
    """The opened force's share in large digits, and how it lies among the others.

    On a small screen how far the forces lie apart is told under the picture.
    """
    title = MEASURES[found.measure].title
    own = next((one for one in found.compared if one.force == found.opened), None)
    kind = "invented forces" if found.synthetic else "forces"
    near = f"{title}, {kind} side by side, near {day_text(found.as_at)}"
    sentences = [common_sentence(found), lies_sentence(found)]
    if height >= SMALL:
        sentences.append(dispersion_sentence(found))
    sentences = [each for each in sentences if each]
    if width < NARROW and found.funnel is not None:
        sentences = [each for each in (lies_sentence(found),) if each]
    above: list[Line] = [] if width < NARROW else [()]
    if own is None or own.share is None:
        return [*above, *said_large("", near, sentences, width, height)]
    value = share_words(found, own.share).removesuffix(" per 100,000")
    of = f"{own.force}: {title[:1].lower()}{title[1:]}"
    if own.base is not None and width >= NARROW:
        of += f", of {number_text(own.base.value or 0)} {MEASURES[own.base.measure].title.lower()}"
    return [*above, *said_large(value, of, sentences, width, height)]


def _legend(found: SideBySide, width: int) -> list[Line]:
    """What the signs of the picture mean, and its two scales."""
    base = next(one.base for one in found.compared if one.base is not None)
    across = MEASURES[base.measure].title.lower()
    opened = any(one.force == found.opened for one in found.compared)
    signs = [
        *([chunk(OPENED, quiet(f" {found.opened}"))] if opened else []),
        chunk(FORCE, quiet(" another force")),
        chunk(INNER * 2, quiet(" 95% limits")),
        chunk(OUTER * 2, quiet(" 99.8% limits")),
        chunk(COMMON * 2, quiet(" all together")),
        chunk(quiet(f"across: {across}")),
    ]
    return wrapped(signs, width, gap=3)


def _tables(found: SideBySide, width: int, by_size: bool) -> Iterator[Line]:
    ordered = sorted(found.compared, key=lambda one: (-one.size if by_size else 0, one.force))
    order = "largest base first" if by_size else "by name"
    yield line(strong("Counted alike"), label(f", {order}"))
    if ordered:
        yield from _table(found, ordered, width)
    yield ()
    if found.compared:
        yield from wrapped([chunk(quiet(NO_RANKS))], width)
    if found.apart:
        yield ()
        yield line(strong("Apart"), label(", and why"))
        for apart in found.apart:
            day = f" ({day_text(apart.as_at)})" if apart.as_at else ""
            yield from wrapped([chunk(apart.force, quiet(f"{day}: {apart.why}"))], width)


def _table(found: SideBySide, ordered: Sequence[Compared], width: int) -> list[Line]:
    """A row for each force; where it has no room, columns are left out from the right."""
    names = ("", "figure", "share", "base", "lies", "95% limits", "day", "from")
    rows = [[chunk(quiet(name)) for name in names]]
    rows += [_cells(found, one) for one in ordered]
    kept = len(names)
    while kept > 3 and not fit([row[:kept] for row in rows], width):
        kept -= 1
    return columns([row[:kept] for row in rows], frozenset((1, 2, 3)), width)


def _cells(found: SideBySide, one: Compared) -> list[Chunk]:
    role = Role.STRONG if one.force == found.opened else Role.TEXT
    limits = ""
    if one.limits is not None:
        limits = " to ".join(share_words(found, end) for end in one.limits.inner)
    where = where_words(one, found)
    texts = [
        one.force,
        value_text(one.figure),
        share_words(found, one.share) if one.share is not None else "",
        number_text(one.base.value or 0) if one.base is not None else "",
        where,
        limits.replace(" per 100,000", ""),
        day_text(one.figure.as_at),
        one.source,
    ]
    return [chunk(Span(text, role)) for text in texts]


def _set_in(lines: Sequence[Line]) -> list[Line]:
    return [(space(MARGIN), *each) if each else each for each in lines]
