"""What stands below the large numbers: every other figure of either day, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from boardtui.core.measures.units import is_count
from boardtui.core.words.wording import value_text
from boardtui.panels.compare.blocks import Block, Head, Part, Shape, Words
from boardtui.panels.compare.declared import SECTIONS, Section
from boardtui.panels.compare.entries import entries_of
from boardtui.panels.compare.entry import Entry
from boardtui.panels.compare.groups import Group
from boardtui.panels.compare.ledger import ledger
from boardtui.panels.compare.months import months_table
from boardtui.panels.panel import Board
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.review import Review


def parts_of(
    board: Board, heads: Sequence[Head], groups: Mapping[str, list[Group]]
) -> Iterator[Part]:
    """All sections below the heads, in order; `groups` are the figures of each."""
    for name, section in SECTIONS.items():
        if name == "changed":
            if (table := ledger(name, board)) is not None:
                yield table
            continue
        mine = [head for head in heads if head.section == name]
        yield from _section(name, section, groups[name], mine, board.review)


def _section(
    name: str, section: Section, groups: list[Group], heads: Sequence[Head], review: Review
) -> Iterator[Part]:
    large = [head.main.subject for head in heads]
    shown = [part.subject for head in heads for part in head.parts]
    listed, brief = list[Entry](), list[Entry]()
    monthly: list[Aligned] = []
    for group in (group for group in groups if not group.by):
        if group.measure in section.monthly:
            monthly += [row for row in group.rows if not (row.now and row.then)]
            both = [row for row in group.rows if row.now and row.then]
            listed += entries_of(both, section, review)
            continue
        for entry in entries_of(group.rows, section, review):
            if entry.subject in shown and not (entry.share or entry.under or entry.notes):
                continue
            if entry.subject not in large:
                listed.append(entry)
                continue
            # The number itself stands large: what was given besides follows here.
            listed += [replace(one, quiet=False) for one in entry.under]
            brief += [entry.share] if entry.share else []
    if listed or brief:
        yield Block(name, tuple(listed), brief=tuple(brief))
    if (table := months_table(name, monthly)) is not None:
        yield table
    for group in (group for group in groups if group.by):
        banded = group.by == "age_band" and any(head.bands for head in heads)
        if not (banded and group.measure == section.measures[0]):
            yield from _sliced(name, section, group, review)
    if told := tuple(_cautions(groups, heads)):
        yield Words(name, told)


def _sliced(name: str, section: Section, group: Group, review: Review) -> Iterator[Block]:
    """A measure by a dimension: as counts with bars, and then as shares of their bases."""
    entries = entries_of(group.rows, section, review)
    counts = all(is_count(row.figure.unit) for row in group.rows)
    shape = Shape.BARS if counts else Shape.LIST
    told = {entry.notes for entry in entries}
    same = next(iter(told)) if len(told) == 1 and len(entries) > 1 else ()
    bare = (replace(entry, share=None, notes=() if same else entry.notes) for entry in entries)
    yield Block(name, tuple(bare), group.heading, shape, notes=same)
    bases = dict.fromkeys(entry.share.name for entry in entries if entry.share)
    for base in bases:
        shares = tuple(_as_share(e) for e in entries if e.share and e.share.name == base)
        yield Block(name, shares, f"{group.heading.partition(':')[0]}, as a share {base}")


def _as_share(entry: Entry) -> Entry:
    """The share of a slice under the slice's own name; it can be gone to by itself."""
    assert entry.share is not None
    subject = replace(entry.subject) if entry.subject is not None else None
    return replace(entry.share, name=entry.name, subject=subject, quiet=False)


def _cautions(groups: Sequence[Group], heads: Sequence[Head]) -> Iterator[str]:
    """What to bear in mind of figures that are compared all the same, each said once."""
    rows = [row for group in groups for row in group.rows]
    found = [row.comparison for row in rows if row.comparison is not None]
    said = dict.fromkeys(c.caution for c in found if c.comparable and c.caution)
    known = {caution for head in heads for caution in head.cautions}
    yield from in_two_units(rows)
    yield from (f"Bear in mind: {caution}." for caution in said if caution not in known)


def in_two_units(rows: Sequence[Aligned]) -> Iterator[str]:
    """What was a number on one day and only a share on the other cannot be compared."""
    wholes = {row.measure.name: row for row in rows if not row.slices}
    for name, row in wholes.items():
        share = wholes.get(f"{name}_share")
        if share is None or (row.now is None) == (share.now is None):
            continue
        if (row.now is None) == bool(row.then) and (share.now is None) == bool(share.then):
            number, part = value_text(row.figure), value_text(share.figure)
            base = share.figure.base or "what was not stated"
            yield (
                f"not comparable: {number} is a number and {part} a share, of {base}: "
                "what it would be of the other day's base was not published"
            )
