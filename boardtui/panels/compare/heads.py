"""What stands large at the top of the comparison: both backlogs, else what there is."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from boardtui.core.criterion.dimension import Slice
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.wording import change_unit
from boardtui.panels.cards.words import mark
from boardtui.panels.compare.blocks import Head
from boardtui.panels.compare.chance import LEFT_TO_CHANCE, chance_line, intervals
from boardtui.panels.compare.declared import SECTIONS, Section
from boardtui.panels.compare.entries import entries_of, entry_of
from boardtui.panels.compare.entry import Entry, then_figure
from boardtui.panels.panel import Board
from boardtui.review.day.aligned import Aligned, aligned, aligned_by
from boardtui.review.day.review import Review

MOST = 2
"""Figures that stand large where there is no backlog."""


def heads_of(board: Board) -> tuple[Head, ...]:
    """The backlogs of which something is known; where there is none, the first other figures."""
    found = [
        head
        for name, section in SECTIONS.items()
        if section.backlog is not None
        and (head := _of_backlog(name, section, section.backlog, board)) is not None
    ]
    found = found or list(_others(board))
    return tuple(_numbered(found, board))


def _numbered(heads: list[Head], board: Board) -> Iterator[Head]:
    """The heads, the first of which says how many intervals of chance there are."""
    count = intervals(board)
    for place, head in enumerate(heads):
        several = place == 0 and count > 1 and head.chance
        more = f"; {count} intervals" if several else ""
        yield replace(head, chance=head.chance + more)


def _of_backlog(name: str, section: Section, backlog: Backlog, board: Board) -> Head | None:
    review = board.review
    row = next(filter(_stands, aligned(review, backlog.overdue_name)), None)
    if row is None:
        return None
    main = entry_of(row, section, review)
    bands = entries_of(aligned_by(review, backlog.overdue_name, "age_band"), section, review)
    return Head(
        name,
        section.title,
        main,
        tuple(replace(each, large=True) for each in _parts(main, section, backlog, review)),
        tuple(_banded(bands)),
        _chance(row, board),
        _cautions(row, main),
    )


def _stands(row: Aligned) -> bool:
    """Whether something of the day itself, or of the baseline's, stands in a row."""
    if row.now is not None:
        return not row.now.earlier and row.now.figure.given
    return bool(row.then)


def _parts(main: Entry, section: Section, backlog: Backlog, review: Review) -> Iterator[Entry]:
    """The share, the risk in the backlog, and how late the oldest is."""
    if main.share is not None:
        yield main.share
    if (risk := _risk(section, backlog, review)) is not None:
        yield risk
    oldest = aligned(review, f"{backlog.overdue_name}_oldest_months")
    if row := next(filter(_stands, oldest), None):
        yield _part(replace(entry_of(row, section, review), name="oldest"), row)


def _risk(section: Section, backlog: Backlog, review: Review) -> Entry | None:
    """Those at high or very high risk; what was said of high risk alone, where then was said so."""
    whole = next(filter(_stands, aligned(review, backlog.high_risk_name)), None)
    high = (Slice("risk_level", "high"),)
    said = next(filter(_stands, aligned(review, backlog.overdue_name, high)), None)
    row, name = whole, "high or very high risk"
    if said is not None and (whole is None or _is_better(said, whole, review)):
        row, name = said, "high risk"
    return _part(replace(entry_of(row, section, review), name=name), row) if row else None


def _is_better(said: Aligned, whole: Aligned, review: Review) -> bool:
    """Whether of high risk alone the heading's own source told what it was, and not of both."""
    there, known = then_figure(said, review), then_figure(whole, review)
    if there is None or mark(there, review):
        return False
    return known is None or bool(mark(known, review))


def _part(entry: Entry, row: Aligned) -> Entry:
    """A part in short: the change with its unit and without its per cent."""
    number, _, percent = entry.change.partition(" (")
    unit = ""
    if number and entry.values[1] is not None and not number.endswith(("points", "point")):
        unit = change_unit(row.figure.unit, entry.values[1])
    brief = number + unit if percent or unit else entry.change
    return replace(entry, change=brief, share=None, under=(), notes=())


def _banded(bands: list[Entry]) -> Iterator[Entry]:
    """The age bands; the first says that it is days late, and none how much that is in per cent."""
    for place, entry in enumerate(bands):
        name = f"{entry.name} late" if place == 0 else entry.name.removesuffix(" days")
        yield replace(entry, name=name, change=entry.change.partition(" (")[0])


def _chance(row: Aligned, board: Board) -> str:
    then = row.comparison.then if row.comparison else None
    if row.now is None or then is None or row.measure.name not in LEFT_TO_CHANCE:
        return ""
    return chance_line(board, row.now.figure, then)


def _cautions(row: Aligned, main: Entry) -> tuple[str, ...]:
    """What to bear in mind of a figure that stands large, and of comparing it."""
    comparison = row.comparison
    caution = comparison.caution if comparison and comparison.comparable else None
    return (*main.notes, *([caution] if caution else []))


def _others(board: Board) -> Iterator[Head]:
    """The first figures of the day that can be compared, else the first that there are."""
    found: list[tuple[str, Section, Aligned]] = [
        (name, section, row)
        for name, section in SECTIONS.items()
        for measure in section.measures
        for row in aligned(board.review, measure)[:1]
        if row.now is not None and _stands(row)
    ]
    comparable = [one for one in found if one[2].comparison and one[2].comparison.comparable]
    for name, section, row in (comparable or found)[:MOST]:
        main = entry_of(row, section, board.review)
        share = (replace(main.share, large=True),) if main.share else ()
        title = MEASURES[row.measure.name].title
        yield Head(name, title, main, share, cautions=_cautions(row, main))
