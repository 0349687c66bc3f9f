"""Definitions and sources: what each measure of the paper counts, and who said what."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Block, Column, Facts, Heading, Listed, Row, Table
from boardtui.pack.document.cell import words
from boardtui.pack.document.paper import Section
from boardtui.pack.making.panel import texts
from boardtui.panels.notes import notes_of
from boardtui.panels.panel import Board
from boardtui.panels.phrases import day_of
from boardtui.panels.warned import said
from boardtui.review.day.review import Review


def definitions(board: Board) -> Section:
    """The definition of every measure that has a figure of the day or of then, and all sources."""
    review = board.review
    blocks: list[Block] = [
        Facts("figures_defined", "What each figure counts", tuple(_defined(review))),
        *texts(*_by_which(review)),
        *_sources(review),
    ]
    if notes := tuple(_to_bear_in_mind(review)):
        blocks += [Heading("To bear in mind of the files"), Listed(notes)]
    return Section("definitions", "Definitions and sources", tuple(blocks))


def _defined(review: Review) -> Iterator[tuple[str, str]]:
    for name, measure in MEASURES.items():
        figures = [one.figure for one in review.figures(name)] or [*_slices(review, name)]
        if not figures and not review.then.both(name):
            continue
        told = next((f.definition for f in figures if f.definition), None)
        if told is None:
            told = measure.definition
        yield measure.title, shown(told.removesuffix(f" Here: {review.definition.words()}."))


def _by_which(review: Review) -> Iterator[str]:
    """Under which definition records were counted, and that none is known of what was published."""
    if review.selection.snapshot is not None:
        yield f"By the records a visit or an assessment is {review.definition.words()}."
    if review.now.published or review.then.published:
        yield (
            "Of figures that were published it was not said by which definition: they are read "
            "here as these words say."
        )


def _slices(review: Review, name: str) -> Iterator[Figure]:
    return (figure for figure in review.now.published if figure.measure == name)


def _sources(review: Review) -> Iterator[Block]:
    """The records of either day, and every publication that a figure is from."""
    rows = [
        (
            when,
            f"the force's records{INVENTED if review.selection.force.synthetic else ''}",
            day,
            "",
        )
        for when, day in _recorded(review)
    ]
    days: dict[tuple[str, str, str], list[str]] = {}
    for when, side in (("now", review.now), ("then", review.then)):
        for figure in side.published:
            if source := figure.source:
                earlier = when == "now" and review.compared(figure).earlier
                key = ("earlier" if earlier else when, source.said or "not stated", source.address)
                days.setdefault(key, []).append(day_of(figure))
    for (when, who, address), stated in days.items():
        rows.append((when, who, "; ".join(dict.fromkeys(stated)), address))
    told = tuple(Row(tuple(map(words, row))) for row in rows)
    heads = ("", "said by", "as at", "address")
    columns = tuple(Column(head, numbers=False) for head in heads)
    yield Table("sources", "Where the figures come from", columns, told)


INVENTED = ": SYNTHETIC, since the force does not exist"


def _recorded(review: Review) -> Iterator[tuple[str, str]]:
    for when, snapshot in zip(("now", "then"), review.selection.snapshots, strict=True):
        if snapshot is not None:
            yield when, day_text(snapshot.as_at)


def _to_bear_in_mind(review: Review) -> Iterator[str]:
    """What is odd in the files, and how many rows were left out; no row or value of one."""
    yield from map(shown, notes_of(review))
    for each in review.warnings:
        yield shown(f"{each.file}: {said(each, with_value=False)}")
