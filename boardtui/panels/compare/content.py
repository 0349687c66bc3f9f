"""The comparison of a board, whatever the size of the screen: what is said, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.words.days import day_text
from boardtui.panels.cards.words import DAGGER
from boardtui.panels.compare.blocks import Block, Content, Head, Part, Words
from boardtui.panels.compare.chance import NO_TREND, WORKING
from boardtui.panels.compare.declared import SECTIONS, numbers_of
from boardtui.panels.compare.groups import groups_of
from boardtui.panels.compare.heads import heads_of
from boardtui.panels.compare.parts import parts_of
from boardtui.panels.compare.sentence import SAID, flow_sentences, published_sentences
from boardtui.panels.compare.sources import sources
from boardtui.panels.head import short_day
from boardtui.panels.panel import Board
from boardtui.panels.subject import FlowNumber
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.review import Review

NO_SECTION = ""


def content_of(board: Board) -> Content:
    """All that the comparison of a board says.

    Raises:
        DatabaseUnreadableError: the database has gone away.
    """
    found = heads_of(board)
    sentences = tuple(_sentences(board, found))
    heads = tuple(_unsaid(found, sentences))
    groups = {name: groups_of(one, board.review) for name, one in SECTIONS.items()}
    rows = [row for each in groups.values() for group in each for row in group.rows]
    parts = (*_offered(board), *parts_of(board, heads, groups), *_origins(board, rows))
    numbers = numbers_of(board)
    titles = {name: (numbers.get(name, ""), one.title) for name, one in SECTIONS.items()}
    return Content(
        sentences,
        _then(board.review),
        _now(board.review),
        heads,
        parts,
        titles,
        _mark(board.review) if _is_marked(heads, parts) else (),
    )


def _sentences(board: Board, heads: Sequence[Head]) -> Iterator[str]:
    """What became of the backlogs; of what was published, how it changed; or why nothing is."""
    if board.review.selection.baseline is None:
        from boardtui.panels.compare.offered import nothing_compared

        yield from nothing_compared(board)
    elif found := flow_sentences(board):
        yield from found
    else:
        yield from _published(board, heads)


def _unsaid(heads: Sequence[Head], sentences: Sequence[str]) -> Iterator[Head]:
    """The heads without the cautions that the first sentence has said of them all."""
    said = bool(sentences) and SAID in sentences[0]
    for head in heads:
        kept = [one for one in head.cautions if not (said and one.endswith("is not published"))]
        yield replace(head, cautions=tuple(kept))


def _published(board: Board, heads: Sequence[Head]) -> Iterator[str]:
    compared = [
        (head.title, head.main.subject.comparison)
        for head in heads
        if head.main.subject is not None and not isinstance(head.main.subject, FlowNumber)
    ]
    known = [(title, one) for title, one in compared if one.then is not None]
    waiting = board.start.snapshot is not None and not board.flows
    more = f" What became of them: {board.working or WORKING}" if waiting else ""
    for title, comparison in known[:1]:
        for sentence in published_sentences(title, comparison, named=len(heads) > 1):
            yield sentence + more
    if not known:
        day = day_text(board.review.selection.day)
        yield f"Nothing that was given of {day} was given of then too.{more}"


def _offered(board: Board) -> Iterator[Part]:
    if board.review.selection.baseline is not None:
        return
    from boardtui.panels.compare.offered import offered

    if told := tuple(offered(board)):
        yield Words(NO_SECTION, told, "What it could be compared with")


def _origins(board: Board, rows: Sequence[Aligned]) -> Iterator[Part]:
    """What to bear in mind of all of it: where the figures come from, and what two points are."""
    if told := tuple(sources(rows, board.review)):
        trend = () if board.review.selection.baseline is None else (NO_TREND,)
        yield Words(NO_SECTION, (*told, *trend), "Where these figures come from", apart=True)


def _then(review: Review) -> tuple[str, ...]:
    """The day of then with its source, in full and in short; nothing where there is none."""
    baseline = review.selection.baseline
    if baseline is None:
        return ()
    day = short_day(baseline)
    whole = {
        BaselineKind.INSPECTION: f"inspection, {day}",
        BaselineKind.SNAPSHOT: f"{day}, records",
        BaselineKind.FIGURES: f"{day}, as published",
    }
    return whole[baseline.kind], day


def _now(review: Review) -> tuple[str, ...]:
    day = day_text(review.selection.day)
    records = review.selection.snapshot is not None
    return f"{day}, {'records' if records else 'as published'}", day


def _mark(review: Review) -> tuple[str, ...]:
    """What the dagger says of a figure then, in full and in short."""
    baseline = review.selection.baseline
    assert baseline is not None
    if baseline.kind is BaselineKind.SNAPSHOT:
        return ("as published",)
    return f"records of {day_text(baseline.as_at)}", "by records"


def _is_marked(heads: Sequence[Head], parts: Sequence[Part]) -> bool:
    entries = [
        *(one for head in heads for one in (head.main, *head.parts, *head.bands)),
        *(one for part in parts if isinstance(part, Block) for one in part.entries),
    ]
    return any(DAGGER in one.then for entry in entries for one in entry.whole())
