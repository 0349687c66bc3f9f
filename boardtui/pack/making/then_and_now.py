"""Then and now: every measure on both days, and how far chance could go in explaining it."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.comparing.conclusions import NO_SAMPLE, SAME_PEOPLE
from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.words.shown import shown
from boardtui.core.words.wording import change_places, places
from boardtui.pack.document.blocks import Block, Column, Facts, Row, Table, Text, Tone
from boardtui.pack.document.cell import Cell, counted, words
from boardtui.pack.document.paper import Section
from boardtui.pack.making.marks import marks_of
from boardtui.pack.making.panel import texts
from boardtui.panels.compare.chance import (
    LEFT_TO_CHANCE,
    NO_TREND,
    conclusions_of,
    reasoning,
    to_conclude,
)
from boardtui.panels.compare.content import content_of
from boardtui.panels.compare.declared import SECTIONS
from boardtui.panels.compare.declared import Section as Compared
from boardtui.panels.compare.entries import entries_of
from boardtui.panels.compare.entry import Entry
from boardtui.panels.compare.groups import groups_of
from boardtui.panels.panel import Board
from boardtui.review.day.review import Review


def then_and_now(board: Board) -> Section | None:
    """Every measure of the board beside what it was; None where nothing is compared."""
    review = board.review
    if review.selection.baseline is None:
        return None
    content = content_of(board)
    blocks: list[Block] = list(texts(*content.sentences[:1], tone=Tone.MESSAGE))
    days = f"Then: {content.then[0]}. Now: {content.now[0]}."
    blocks += texts(shown(days), tone=Tone.QUIET)
    for name, section in SECTIONS.items():
        table = _table(name, section, board)
        blocks += [table] if table is not None else []
    blocks += _chance(board)
    blocks += [Text(NO_TREND, Tone.CAUTION)]
    return Section("then_and_now", "Then and now", tuple(blocks))


def _table(name: str, section: Compared, board: Board) -> Table | None:
    """A section of the comparison: a row for each measure of which both days may tell something."""
    records = board.review.selection.snapshot is not None
    rows: list[Row] = []
    for group in groups_of(section, board.review):
        if group.measure in section.monthly or (group.by and records):
            continue
        for entry in entries_of(group.rows, section, board.review):
            title = "" if group.by else MEASURES[group.measure].title
            lead = MEASURES[group.measure].title if group.by else ""
            rows += _rows(entry, title, lead)
    if not rows:
        return None
    return Table(
        f"then_and_now_{name}",
        section.title,
        (
            Column("", numbers=False),
            Column("then"),
            Column("change"),
            Column("now"),
        ),
        tuple(rows),
        tuple(marks_of(rows, board)),
    )


def _rows(entry: Entry, title: str, lead: str) -> Iterator[Row]:
    """A row and those that go with it: its share, and what else was given."""
    for number, one in enumerate(entry.whole()):
        name = title if number == 0 and title else one.name
        name = f"{lead}, {name}" if number == 0 and lead else name
        notes = "; ".join(one.notes)
        then, change, now = _cells(one)
        yield Row(
            (words(f"{name} ({notes})" if notes else name), then, change, now),
            quiet=number > 0,
        )


def _cells(one: Entry) -> tuple[Cell, Cell, Cell]:
    then, now = one.figures
    between = change_places(now, then) if now is not None and then is not None else 0
    by = one.values[1]
    if by is not None and one.change.endswith(("points", "point")) and then is None:
        by, between = by * 100, 1  # of shares, which are fractions
    return _cell(one.then, then), counted(one.change, by, between), _cell(one.now, now)


def _cell(text: str, figure: Figure | None) -> Cell:
    known = figure is not None and figure.given and not figure.suppressed
    if figure is None or not known or figure.value is None:
        return words(text)
    return counted(text, figure.value, places(figure))


GUIDES = (SAME_PEOPLE, NO_SAMPLE)
"""What is said of every conclusion, and here once of all."""


def _chance(board: Board) -> Iterator[Block]:
    """How far chance alone could go, of each backlog, with the reasoning in words."""
    from msgspec.structs import replace

    review = board.review
    concluded = replace(board, conclusions=conclusions_of(to_conclude(review)))
    found = list(_concluded(concluded, review))
    if not found:
        return
    guides = dict.fromkeys(guide for guide in GUIDES for _, told in found if guide in told)
    rows = []
    for title, told in found:
        for guide in GUIDES:
            told = told.replace(guide, "")
        rows.append((title, told.strip()))
    yield Facts("chance", "How far chance alone could explain it", tuple(rows))
    yield from texts(*guides, tone=Tone.CAUTION)


def _concluded(board: Board, review: Review) -> Iterator[tuple[str, str]]:
    for name in LEFT_TO_CHANCE:
        for one in review.figures(name)[:1]:
            told = [text for term, text in reasoning(board, one) if term.startswith("chance")]
            if told:
                yield MEASURES[name].title, shown(" ".join(dict.fromkeys(told)))
