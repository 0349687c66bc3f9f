"""Definitions and sources: what each measure of the paper counts, and who said what."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from boardtui.core.words.shown import shown
from boardtui.pack.document.blocks import Block, Facts, Heading, Listed
from boardtui.pack.document.paper import Section
from boardtui.panels.explaining.sources import SYNTHETIC_RECORDS
from boardtui.panels.notes import notes_of
from boardtui.panels.panel import Board
from boardtui.panels.phrases import day_of
from boardtui.panels.warned import said
from boardtui.review.day.review import Review


def definitions(board: Board) -> Section:
    """The definition of every measure that has a figure of the day or of then, and all sources."""
    review = board.review
    blocks: list[Block] = [
        Heading("What each figure counts"),
        Facts("definitions", "What each figure counts", tuple(_defined(review))),
        Heading("Where the figures come from"),
        Listed(tuple(dict.fromkeys(_sources(review)))),
    ]
    if notes := tuple(_to_bear_in_mind(review)):
        blocks += [Heading("To bear in mind of the files"), Listed(notes)]
    return Section("definitions", "Definitions and sources", tuple(blocks))


def _defined(review: Review) -> Iterator[tuple[str, str]]:
    for name, measure in MEASURES.items():
        figures = [one.figure for one in review.figures(name)] or [*_slices(review, name)]
        if not figures and not review.then.both(name):
            continue
        words = next((f.definition for f in figures if f.definition), None)
        if words is None:
            words = f"{measure.definition} As published: by which definition was not said."
        yield measure.title, shown(words)


def _slices(review: Review, name: str) -> Iterator[Figure]:
    return (figure for figure in review.now.published if figure.measure == name)


def _sources(review: Review) -> Iterator[str]:
    """The records of either day, and every publication that a figure is from."""
    for when, snapshot in zip(("now", "then"), review.selection.snapshots, strict=True):
        if snapshot is not None:
            invented = f" {SYNTHETIC_RECORDS}." if review.selection.force.synthetic else ""
            yield f"{when}: the force's records of {day_text(snapshot.as_at)}.{invented}"
    for when, side in (("now", review.now), ("then", review.then)):
        for figure in side.published:
            if (found := _published(figure)) and figure.origin is Origin.PUBLISHED:
                yield shown(f"{when}: {found}.")


def _published(figure: Figure) -> str:
    source = figure.source
    if source is None:
        return ""
    return ", ".join(filter(None, (source.said, day_of(figure).strip("“”"), source.address)))


def _to_bear_in_mind(review: Review) -> Iterator[str]:
    """What is odd in the files, and how many rows were left out; no row or value of one."""
    yield from map(shown, notes_of(review))
    for each in review.warnings:
        yield shown(f"{each.file}: {said(each, with_value=False)}")
