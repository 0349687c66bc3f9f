"""The sections of what the Ministry of Justice publishes: by year, by category, over a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.published import COMPARATOR
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import places, signed, value_text
from boardtui.pack.document.blocks import Block, Column, Row, Table, Tone
from boardtui.pack.document.cell import Cell, counted, words
from boardtui.pack.document.chart import Chart, Shade
from boardtui.pack.making.bars import bar, chart, figure_bar
from boardtui.pack.making.by_slices import without_blank
from boardtui.pack.making.cells import BLANK
from boardtui.pack.making.panel import Panel, running, texts
from boardtui.pack.making.published import source_words
from boardtui.pack.making.sentences import message_of, sentences, sized
from boardtui.panels.cards.hedges import without_unit
from boardtui.panels.cards.mappa import LEVELS, categories
from boardtui.panels.cards.standing import Standing
from boardtui.panels.cards.words import known
from boardtui.panels.panel import Board
from boardtui.panels.phrases import when
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Years = dict[int, list[Figure]]


def year_panel(measure: str, board: Board, standing: Standing) -> Panel:
    """A figure of each 31 March, beside England and Wales where that was published."""
    review = board.review
    one = known(review.figures(measure))
    assert one is not None
    years = review.beyond.years(measure)
    pictured = _by_year(measure, years, one)
    blocks: list[Block | None] = [
        *running(*_country(review, one)),
        pictured,
        _table(measure, years) if len(years) > 1 else None,
        *texts(source_words([one]), tone=Tone.QUIET),
    ]
    message = message_of(board, Slide(kind="years", measure=measure), *sized(measure))
    return Panel(message, tuple(filter(None, blocks)), _counts(one), pictured)


def _counts(one: ComparedFigure) -> str:
    """What the number counts."""
    if one.figure.unit.startswith("per "):
        return f"{one.figure.unit} {one.figure.base or 'people'}"
    return shown(f"people, {when(one.figure)}")


def _by_year(measure: str, years: Years, one: ComparedFigure) -> Chart | None:
    """Each year as a bar; a year of which nothing was published says so."""
    bars = []
    for year, found in years.items():
        if not found:
            bars.append(bar(str(year), Cell("not published"), None, Shade.THEN))
            continue
        here = year == one.figure.as_at.year
        shade = Shade.NOW if here else Shade.THEN
        bars.append(bar(str(year), _value(found), found[0].value, shade, strong=here))
    found_chart = chart(f"{measure}_years", f"{one.measure.title}, by year", bars)
    return found_chart if len(bars) > 1 else None


def _value(found: Sequence[Figure]) -> Cell:
    """A year's value; both, where two were published."""
    texts = dict.fromkeys(without_unit(each) for each in found)
    if len(texts) == 1:
        return counted(next(iter(texts)), found[0].value, places(found[0]))
    return words(" or ".join(texts))


def _table(measure: str, years: Years) -> Table:
    """Each year with the change on the year before, and who published it."""
    rows, last = list[Row](), None
    for year, found in years.items():
        first = found[0] if found else None
        change = BLANK
        if first and last and first.low == first.high and last.low == last.high:
            by = (first.value or 0) - (last.value or 0)
            change = counted(signed(by), by)
        value = _value(found) if found else Cell("not published")
        rows.append(Row((Cell(str(year)), value, change, words(_who(first)))))
        last = first
    unit = MEASURES[measure].unit
    heads = (Column("31 March", numbers=False), Column(unit), Column("on the year before"))
    columns = (*heads, Column("said by", numbers=False))
    return without_blank(Table(f"{measure}_by_year", "By year", columns, tuple(rows)))


def _who(figure: Figure | None) -> str:
    return figure.source.said if figure is not None and figure.source is not None else ""


def _country(review: Review, one: ComparedFigure) -> Iterator[str]:
    """England and Wales beside the force: of the day, else of the latest year before."""
    if review.selection.force.name == COMPARATOR:
        return
    if beside := review.beyond.comparator(one.figure):
        yield f"{COMPARATOR}: {value_text(beside[0])} on the same day."
    elif latest := review.beyond.comparator_before(one.figure):
        yield (
            f"{COMPARATOR}: not published for {one.figure.as_at.year}; "
            f"{value_text(latest)} in {latest.as_at.year}."
        )


def categories_panel(board: Board, standing: Standing) -> Panel:
    """All categories of the day on one scale, and what was said of the first."""
    mine = categories(board.review)
    pictured = chart(
        "mappa_categories",
        "People in each MAPPA category",
        [figure_bar(words, one.figure) for one, words in mine],
    )
    told = list(sentences(board, *(one.measure.name for one, _ in mine)))
    more = sentences(board, "mappa_category_1_share", "mappa_category_1_growth")
    blocks = [
        *running(*told[1:], *more),
        *([pictured] if pictured else []),
        *_said(o for o, _ in mine),
    ]
    return Panel(told[0] if told else "", tuple(blocks), "", pictured)


def levels_panel(board: Board, standing: Standing) -> Panel:
    """The counts of a year: levels, breaches, and who came off the register on application."""
    found = [(known(board.review.figures(name)), names[0]) for name, names in LEVELS.items()]
    mine = [(one, words) for one, words in found if one is not None]
    pictured = chart(
        "mappa_over_a_year",
        "Counted over the year",
        [figure_bar(words, one.figure) for one, words in mine],
    )
    told = [MEASURES[one.measure.name].name for one, _ in mine]
    first, *rest = (*sentences(board, *told), "")
    blocks = [*running(*rest), *([pictured] if pictured else []), *_said(one for one, _ in mine)]
    return Panel(first, tuple(blocks), "", pictured)


def _said(ones: Iterable[ComparedFigure]) -> tuple[Block, ...]:
    return texts(source_words(list(ones)), tone=Tone.QUIET)
