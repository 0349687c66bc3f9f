"""A card of a figure that the Ministry of Justice publishes each year, by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.published import COMPARATOR
from boardtui.core.words.days import MONTH_NAMES
from boardtui.core.words.wording import signed, value_text
from boardtui.panels.cards.bars import LEAST, Row, barred, room_beside
from boardtui.panels.cards.card import Block, Card, Headline, Way
from boardtui.panels.cards.hedges import split_hedge, without_unit
from boardtui.panels.cards.mappa import CATEGORIES, categories, of_category_1
from boardtui.panels.cards.said import said_by
from boardtui.panels.cards.words import changed, known, label, line, strong
from boardtui.panels.panel import Board
from boardtui.panels.text import Chunk, Line, chunk, quiet, wrapped
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Years = dict[int, list[Figure]]


def by_year_card(name: str, words: Sequence[str], board: Board, width: int) -> Card | None:
    """A picture on 31 March, by year, beside England and Wales where that was published.

    `words` are what the number counts, of which the first that has room stands.
    """
    review = board.review
    one = known(review.figures(name))
    if one is None:
        return None
    before, value = split_hedge(one.figure)
    rate = one.figure.unit.startswith("per ")
    told = next((text for text in words if len(text) <= width), words[-1])
    return Card(
        Headline(
            one.measure.title,
            value,
            one,
            before,
            tuple(_ways(one)),
            words[-1][:1].upper() + words[-1][1:],
        ),
        (
            Block((line(label(told), subject=one),), need=1),
            Block(_years(review.beyond.years(name), one, width), need=2, apart=True),
            Block(_country(review, one, width), need=3 if rate else 6, apart=True),
            Block(_of_all(review, one, width), need=3, apart=True),
            Block(said_by(one, width), need=4, apart=True),
        ),
    )


def _ways(one: ComparedFigure) -> Iterator[Way]:
    """The change since then, with or without its per cent, beside the digits or below them."""
    number, percent = changed(one)
    if not number or one.comparison.then is None:
        yield Way()
        return
    then = one.comparison.then.as_at
    day = f"{MONTH_NAMES[then.month - 1]} {then.year}"
    both, alone = line(strong(f"{number}  {percent}".rstrip())), line(strong(number))
    yield Way(((), both, line(label(f"since {day}"))))
    yield Way(((), alone, line(label("since")), line(label(day))))
    yield Way(below=((*alone, *line(label(f" since {day}"))),))
    yield Way(below=(alone, line(label(f"since {day}"))))


def _years(years: Years, one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """Each year's figure as a bar; a year of which nothing was published says so."""
    if sum(map(bool, years.values())) < 2:
        return ()
    counts = not one.figure.unit.startswith("per ")
    rows, last = [], None
    for year, figures in years.items():
        rows.append(_year(year, figures, last if counts else None, one))
        last = figures[0] if figures else None
    lines = barred(rows, width, gap=2, lead=2)
    if room_beside(rows, width, gap=2, lead=2) < LEAST:
        # The changes go before the bars do.
        lines = barred([replace(row, cells=row.cells[:2]) for row in rows], width, gap=2, lead=2)
    return tuple(lines)


def _year(year: int, figures: Sequence[Figure], last: Figure | None, one: ComparedFigure) -> Row:
    if not figures:
        return Row((chunk(quiet(str(year))), chunk(quiet("not published")), chunk("")), None)
    first, here = figures[0], year == one.figure.as_at.year
    values = " or ".join(dict.fromkeys(without_unit(each) for each in figures))
    change = ""
    if last is not None and _exact(first) and _exact(last):
        change = signed((first.value or 0) - (last.value or 0))
    cells = (
        chunk(quiet(str(year))),
        chunk(values, subject=one if here else None),
        chunk(change),
    )
    return Row(cells, first.value, then=not here)


def _of_all(review: Review, one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """What was said of category 1 besides, where no card of all categories says it."""
    if one.measure.name != CATEGORIES[0][0] or len(categories(review)) > 1:
        return ()
    return of_category_1(review, width)


def _exact(figure: Figure) -> bool:
    return figure.interval is not None and figure.interval.exact


def _country(review: Review, one: ComparedFigure, width: int) -> tuple[Line, ...]:
    """England and Wales beside the force: of the day; of a rate also that none was published."""
    if review.selection.force.name == COMPARATOR:
        return ()
    rate = one.figure.unit.startswith("per ")
    if beside := review.beyond.comparator(one.figure):
        told = [
            chunk(label(f"{COMPARATOR}: "), without_unit(beside[0]), subject=_theirs(beside[0]))
        ]
        return tuple(wrapped([*told, *([] if rate else _growth(review, one))], width))
    latest = review.beyond.comparator_before(one.figure) if rate else None
    if latest is None:
        return ()
    told = [
        chunk(label(f"{COMPARATOR}: not published for {one.figure.as_at.year}; ")),
        chunk(without_unit(latest), label(f" in {latest.as_at.year}"), subject=_theirs(latest)),
    ]
    return tuple(wrapped(told, width, gap=0))


def _growth(review: Review, one: ComparedFigure) -> Iterator[Chunk]:
    """How category 1 grew in England and Wales, as it was said."""
    asked = replace(one.figure, measure="mappa_category_1_growth")
    for growth in review.beyond.comparator(asked)[:1]:
        yield chunk(value_text(growth), label(" growth, as said"), subject=_theirs(growth))


def _theirs(figure: Figure) -> ComparedFigure:
    """A figure of England and Wales, which stands beside the force's and is not compared."""
    return ComparedFigure(
        MEASURES[figure.measure], figure, Comparison(figure, None), force=COMPARATOR
    )
