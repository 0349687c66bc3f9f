"""The card of the risk mix: who is overdue at high or very high risk, and all levels beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boardtui.core.criterion.dimension import DIMENSIONS, Slice, slice_title
from boardtui.core.figure.figure import Origin
from boardtui.core.measures.backlogs import VISITS
from boardtui.core.words.wording import percent_text, share_text, value_text
from boardtui.panels.cards.bars import scale_of
from boardtui.panels.cards.card import Block, Card, Headline
from boardtui.panels.cards.hedges import split_hedge
from boardtui.panels.cards.overdue import WIDE
from boardtui.panels.cards.words import (
    change_line,
    joined,
    known,
    label,
    line,
    of_base,
    of_base_briefly,
    strong,
    then_text,
)
from boardtui.panels.panel import Board
from boardtui.panels.said_shares import Said, count_of, people_text, said_by_level
from boardtui.panels.text import Chunk, Line, chunk, columns, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

RANKED = ("very_high", "high", "medium", "low", "not_assessed")
ALWAYS = ("high", "medium", "low")
"""The levels that are told in a row of their own even where nobody is at them."""


def risk_card(board: Board, width: int) -> Card | None:
    """The mix from records; else the shares that were said of the day."""
    review = board.review
    one = known(review.figures(VISITS.high_risk_name))
    levels = _by_level(review, "risk_mix")
    if one is not None and levels:
        return _counted(review, one, levels, width)
    return _said_alone(review, width)


def _counted(
    review: Review, one: ComparedFigure, levels: Mapping[str | None, ComparedFigure], width: int
) -> Card:
    was = then_text(one, review)
    then = line(label("then "), was, subject=one) if was else ()
    overdue = _by_level(review, VISITS.overdue_name)
    base = _base(review)
    shared = of_base(base) if base else ()
    if base and sum(piece.width for piece in shared) > width:
        shared = of_base_briefly(base)
    return Card(
        Headline(
            "High or very high risk",
            value_text(one.figure, unit=False),
            one,
            wide=(
                (),
                line(strong("high or very high")),
                line(label("risk, visit overdue")),
                (),
                then,
            ),
            narrow=((), (), (), (), then),
            under=(line(label("high or very high")),),
        ),
        (
            Block((shared,) if shared and width >= WIDE else (), need=3),
            Block(
                _table(levels, overdue, width),
                need=1,
                shorter=_table(_always(levels), overdue, width),
                apart=width >= WIDE,
            ),
            Block(_rates(overdue, width), need=4, apart=True),
            Block(_said_line(review, width), need=2, last=True),
        ),
    )


def _always(levels: Mapping[str | None, ComparedFigure]) -> dict[str | None, ComparedFigure]:
    return {name: levels[name] for name in ALWAYS if name in levels}


def _base(review: Review) -> ComparedFigure | None:
    """The overdue at high or very high risk as a share of the actively managed at these levels.

    Worked out where one of the two levels has nobody: of both together no figure is stored.
    """
    slices = [(Slice("risk_level", level),) for level in ("very_high", "high")]
    shares = [known(review.figures(VISITS.overdue_name, one)) for one in slices]
    some = [one for one in shares if one is not None and one.share and one.share.base.value]
    return some[0] if len(some) == 1 else None


def _by_level(review: Review, measure: str) -> dict[str | None, ComparedFigure]:
    return {
        one.figure.slices[0].value: one
        for one in review.by(measure, "risk_level")
        if one.figure.origin is Origin.RECORDS and one.figure.given
    }


def _table(
    levels: Mapping[str | None, ComparedFigure],
    overdue: Mapping[str | None, ComparedFigure],
    width: int,
) -> tuple[Line, ...]:
    """How many are managed at each level, and how many of them are overdue."""
    wide = width >= WIDE
    heads = ("", "managed", "", "overdue", "") if wide else ("", "managed", "overdue")
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    rest: list[Chunk] = []
    for name in (*RANKED, None):
        managed, late = levels.get(name), overdue.get(name)
        if managed is None:
            continue
        title = slice_title("risk_level", name)
        if managed.figure.value == 0 and name not in ALWAYS:
            rest.append(chunk(label(f"{title} "), value_text(managed.figure), subject=managed))
            continue
        cells = [chunk(quiet(title)), chunk(value_text(managed.figure), subject=managed)]
        cells += [_part(managed)] if wide else []
        cells.append(chunk(value_text(late.figure) if late else "", subject=late))
        cells += [_part(late)] if wide else []
        rows.append(tuple(cells))
    right = frozenset(range(1, len(heads)))
    table = columns(_spaced(rows, width), right, width, gap=1)
    return (*table, joined(rest, width)) if rest and wide else tuple(table)


def _spaced(rows: list[tuple[Chunk, ...]], width: int) -> list[tuple[Chunk, ...]]:
    """The rows with the names as wide as the table needs to fill its card."""
    others = sum(max(row[place].width for row in rows) + 1 for place in range(1, len(rows[0])))
    wide = max(max(row[0].width for row in rows), width - others)
    return [(chunk(quiet(row[0].text.ljust(wide))), *row[1:]) for row in rows]


def _part(one: ComparedFigure | None) -> Chunk:
    """A level's share of all, as short as a column needs: "<1%"."""
    if one is None or one.part is None:
        return chunk("")
    text = share_text(one.part.interval, 0).replace("under ", "<").replace("over ", ">")
    return chunk(quiet(text), subject=one)


def _rates(overdue: Mapping[str | None, ComparedFigure], width: int) -> tuple[Line, ...]:
    """Of the actively managed at each level, the share that is overdue, as bars."""
    found = [
        (name, one, one.share.value)
        for name, one in overdue.items()
        if one.share is not None and one.share.base.value
    ]
    if width < WIDE or not found:
        return ()
    heads = [f"overdue of {slice_title('risk_level', name)}" for name, *_ in found]
    room = width - max(map(len, heads)) - 8
    scale = scale_of((share, room) for *_, share in found)
    rows = [
        (chunk(quiet(head)), chunk(percent_text(share), subject=one), chunk("", scale.now(share)))
        for head, (_, one, share) in zip(heads, found, strict=True)
    ]
    return tuple(columns(rows, frozenset((1,)), width, gap=1))


def _said_line(review: Review, width: int) -> tuple[Line, ...]:
    """A share at high risk that was said, whose base is open."""
    said = said_by_level(review)
    for one in said.get("high", ()):
        if one.earlier:
            continue
        words = f"said: {value_text(one.figure)} high"
        open_base = ", its base is open" if one.possible_counts else ""
        fits = len(words + open_base) <= width
        return (line(label("said: "), words[6:], label(open_base if fits else ""), subject=one),)
    return ()


def _said_alone(review: Review, width: int) -> Card | None:
    """The shares by risk level that were said, and what each would count of its possible bases."""
    said = {level: ones for level, ones in said_by_level(review).items() if not ones[0].earlier}
    first = next(iter(said.get("high") or next(iter(said.values()), ())), None)
    if first is None:
        return None
    before, value = split_hedge(first.figure)
    level = slice_title("risk_level", first.figure.slices[0].value)
    open_base = "its base is open" if first.possible_counts else ""
    words = tuple(line(label(text)) for text in (f"at {level} risk, as said;", open_base) if text)
    change = change_line(first)
    notes = (*words, line(strong(change)) if change else ())
    return Card(
        Headline(f"At {level} risk, as said", value, first, before, ((), *notes), under=words),
        (
            Block(_would_be(said, width), need=1, apart=True),
            Block(tuple(_bases(first)), need=2),
        ),
    )


OF_BASE = {"managed": "of managed", "overdue_visits": "of overdue"}
"""The heads of what a share would count of each base."""


def _would_be(said: Said, width: int) -> tuple[Line, ...]:
    """Each level as it was said, and the people that it would be of each base."""
    bases = [name for name in ("managed", "overdue_visits") if _any_count(said, name)]
    heads = ["", "said", *(OF_BASE[name] for name in bases)]
    rows: list[tuple[Chunk, ...]] = [tuple(chunk(quiet(head)) for head in heads)]
    for level in DIMENSIONS["risk_level"].order(said):
        for one in said[level]:
            counts = [count_of(one, name) for name in bases]
            cells = [chunk(people_text(c.people) if c else "", subject=one) for c in counts]
            title = quiet(slice_title("risk_level", level))
            rows.append((chunk(title), chunk(value_text(one.figure), subject=one), *cells))
    return tuple(columns(rows, frozenset(range(1, len(heads))), width, gap=2))


def _any_count(said: Said, name: str) -> bool:
    return any(count_of(one, name) for ones in said.values() for one in ones)


def _bases(one: ComparedFigure) -> Iterator[Line]:
    """What the people would be of."""
    for count in {count.base.measure: count for count in reversed(one.possible_counts)}.values():
        words = {"managed": "managed", "overdue_visits": "overdue visits"}[count.base.measure]
        yield line(label("if of "), value_text(count.base, unit=False), label(f" {words}"))
