"""The card of the risk mix: who is overdue at high or very high risk, and all levels beside."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.criterion.dimension import RISK_LEVELS, WHOLE, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.figure.share import share_of
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.wording import number_text, percent_text, share_text, value_text
from boardtui.panels.cards.bars import Row, barred
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.risk_said import said_alone, said_line
from boardtui.panels.cards.words import fits, joined, known, label, line, strong, then_text
from boardtui.panels.panel import Board
from boardtui.panels.phrases import base_words
from boardtui.panels.text import Chunk, Line, chunk, columns, quiet
from boardtui.panels.text import fit as has_room
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

RANKED = RISK_LEVELS[:-1]
ALWAYS = ("high", "medium", "low")
"""The levels that are told in a row of their own even where nobody is at them."""

HIGH = ("very_high", "high")

Levels = Mapping[str | None, ComparedFigure]


def risk_card(board: Board, width: int) -> Card | None:
    """The mix from records; else the shares that were said of the day."""
    levels = _by_level(board.review, "risk_mix")
    if not levels:
        return said_alone(board.review, width)
    overdue = _by_level(board.review, VISITS.overdue_name)
    rows = _rows(levels, overdue)
    table, *shorter = (_table(rows, few, width) for few in (set(levels), {*ALWAYS, *HIGH}, ALWAYS))
    return Card(
        _late(board.review, width) or _managed(levels),
        (
            Block(_base(board.review, levels, width), need=3),
            Block(table, need=1, shorter=tuple(shorter), apart=True),
            Block(_rates(overdue, width), need=4, apart=True),
            Block(said_line(board.review, width), need=2, last=True),
        ),
    )


def _by_level(review: Review, measure: str) -> dict[str | None, ComparedFigure]:
    return {
        one.figure.slices[0].value: one
        for one in review.by(measure, "risk_level")
        if one.figure.origin is Origin.RECORDS and one.figure.given
    }


def _late(review: Review, width: int) -> Headline | None:
    """Those overdue at high or very high risk."""
    one = known(review.figures(VISITS.high_risk_name))
    if one is None:
        return None
    was = then_text(one, review)
    then = line(label("then "), was, subject=one) if was else ()
    title, rest = line(strong("high or very high")), line(label("risk, visit overdue"))
    ways = (
        Way(((), title, rest, (), then)),
        Way(((), (), (), (), then), below=(title,)),
        Way(below=(joined([*title, *then], width, ", "),)),
    )
    return Headline("High or very high risk", value_text(one.figure, unit=False), one, "", ways)


def _managed(levels: Levels) -> Headline:
    """Those managed at high or very high risk, where nobody knows who is overdue."""
    both = [levels[name].figure for name in HIGH if name in levels]
    hidden = any(figure.suppressed for figure in both)
    number = SUPPRESSED if hidden else number_text(sum(figure.value or 0 for figure in both))
    title, rest = line(strong("high or very high")), line(label("risk, of the managed"))
    ways = (Way(((), title, rest)), Way(below=(title,)))
    return Headline("High or very high risk", number, levels.get("high"), "", ways)


def _base(review: Review, levels: Levels, width: int) -> tuple[Line, ...]:
    """What the headline is a share of: of both levels together no figure is stored."""
    one = known(review.figures(VISITS.high_risk_name))
    part: Figure | None
    whole: Figure | None
    if one is not None:
        base = _by_level(review, VISITS.base.name)
        part, whole = one.figure, _sum([base[name].figure for name in HIGH if name in base])
    else:
        managed = known(review.figures("managed"))
        part = _sum([levels[name].figure for name in HIGH if name in levels])
        whole = managed.figure if managed else None
    found = share_of(part, whole) if part and whole else None
    if found is None:
        return ()
    told = line(
        share_text(found.interval),
        label(" of "),
        value_text(found.base, unit=False),
        label(f" {base_words(found.of)}"),
        subject=one or levels.get("high"),
    )
    return (told,) if fits(told, width) else ()


def _sum(figures: list[Figure]) -> Figure | None:
    """Counts of both levels as one; None where one of the two is not known."""
    counts = [figure.value for figure in figures if figure.value is not None]
    if len(counts) < len(HIGH):
        return None
    both = sum(counts)
    return replace(figures[0], value=both, low=both, high=both, slices=WHOLE)


class Rows(Struct, frozen=True):
    """The heads of the table, a row for each level that somebody is at, and the rest in brief."""

    heads: tuple[Chunk, ...]
    told: Mapping[str | None, tuple[Chunk, ...]]
    rest: Mapping[str | None, Chunk]


def _table(rows: Rows, levels: Collection[str | None], width: int) -> tuple[Line, ...]:
    """How many are managed at some levels, and how many of them are overdue; none without room."""
    told = [rows.heads, *(row for name, row in rows.told.items() if name in levels)]
    spread = _spread(told, width, gap=1)
    if not has_room(spread, width, 1):
        # The shares go before the counts do.
        spread = _spread([tuple(row[at] for at in (0, 1, 3)) for row in told], width, gap=1)
    if not has_room(spread, width, 1):
        return ()
    table = columns(spread, frozenset(range(1, 5)), width, gap=1)
    nobody = joined([one for name, one in rows.rest.items() if name in levels], width)
    return (*table, nobody) if nobody else tuple(table)


def _rows(levels: Levels, overdue: Levels) -> Rows:
    heads = ("", "managed", "", "overdue" if overdue else "", "")
    told: dict[str | None, tuple[Chunk, ...]] = {}
    rest: dict[str | None, Chunk] = {}
    for name in (*RISK_LEVELS, None):
        managed, late = levels.get(name), overdue.get(name)
        if managed is None:
            continue
        title = slice_title("risk_level", name)
        if managed.figure.value == 0 and name not in ALWAYS:
            rest[name] = chunk(label(f"{title} "), value_text(managed.figure), subject=managed)
            continue
        counts = [
            (chunk(value_text(one.figure), subject=one), _part(one)) if one else (chunk(""),) * 2
            for one in (managed, late)
        ]
        told[name] = (chunk(quiet(title)), *counts[0], *counts[1])
    return Rows(tuple(chunk(quiet(head)) for head in heads), told, rest)


def _spread(rows: list[tuple[Chunk, ...]], width: int, gap: int) -> list[tuple[Chunk, ...]]:
    """The rows with the names as wide as the table needs to fill its card."""
    places = range(1, len(rows[0]))
    others = sum(gap + wide for place in places if (wide := max(row[place].width for row in rows)))
    wide = max(max(row[0].width for row in rows), width - others)
    return [(chunk(quiet(row[0].text.ljust(wide))), *row[1:]) for row in rows]


def _part(one: ComparedFigure) -> Chunk:
    """A level's share of all, as short as a column needs: "<1%"."""
    if one.part is None:
        return chunk("")
    text = share_text(one.part.interval, 0).replace("under ", "<").replace("over ", ">")
    return chunk(quiet(text), subject=one)


def _rates(overdue: Levels, width: int) -> tuple[Line, ...]:
    """Of the actively managed at each level, the share that is overdue, as bars."""
    rows = [
        Row(
            (
                chunk(quiet(f"overdue of {slice_title('risk_level', name)}")),
                chunk(percent_text(one.share.value), subject=one),
            ),
            one.share.value,
        )
        for name, one in overdue.items()
        if name in RANKED and one.share is not None and one.share.base.value
    ]
    return tuple(barred(rows, width)) if has_room([row.cells for row in rows], width, 1) else ()
