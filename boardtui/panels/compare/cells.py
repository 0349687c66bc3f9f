"""The cells of a comparison: what each side has of a row, in words, and the change between."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.core.comparing.comparison import compare
from boardtui.core.comparing.shares_compared import bases_differ
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.share import Share
from boardtui.core.measures.units import PER_100_000, PER_CENT
from boardtui.core.words.wording import share_text, signed_interval, value_text
from boardtui.panels.choices import said_later, speaker
from boardtui.panels.phrases import base_words, change_text, own_day, stated_base, when
from boardtui.panels.text import Chunk, Line, Role, Span, chunk, number, quiet, wrapped
from boardtui.review.day.aligned import Aligned

NOTHING = "–"
"""Stands where a side has no figure: not a zero."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One line of a comparison: its name, the four cells, and what to bear in mind of it."""

    name: Chunk
    said: Chunk
    counted: Chunk
    change: Chunk
    now: Chunk
    note: str = ""
    under: bool = False
    """Whether it belongs to the line above it, as a share does."""

    def note_lines(self, width: int) -> list[Line]:
        return wrapped([chunk(quiet(self.note))], width, indent=2) if self.note else []


def head_cells(words: str) -> Cells:
    """A line that says what the rows under it are by."""
    blank = chunk("")
    return Cells(chunk(quiet(words)), blank, blank, blank, blank)


def cells_of(row: Aligned, *, first: bool, too: bool = False, dated: bool = False) -> list[Cells]:
    """A row's lines: the figure, its share of its base, and what was stored before.

    `too` says that another figure of the same thing stands above it; `dated`, that its period is
    part of its name.
    """
    lines = [_figure(row, first=first, too=too, dated=dated), *_change_besides(row)]
    if share := _share(row):
        lines.append(share)
    return [*lines, *_stored(row)]


def _figure(row: Aligned, *, first: bool, too: bool, dated: bool) -> Cells:
    now, comparison = row.now, row.comparison
    shown = Span(value_text(now.figure), Role.HEADLINE if first else Role.NUMBER) if now else None
    change = change_text(comparison) if comparison and comparison.comparable else ""
    notes = [] if too else _days(row, dated=dated)
    if too and (later := said_later(row.figure)):
        notes.append(later)
    if base := _open_base(row.figure):
        notes.append(base)
    if comparison and comparison.comparable is False:
        change = "not comparable"
        notes.append(comparison.caution or "")
    return Cells(
        _given_too(row) if too else chunk(_name(row, dated=dated)),
        _then(row.said, row),
        _then(row.counted, row),
        chunk(number(change)),
        chunk(shown, subject=now) if shown else chunk(quiet(NOTHING)),
        "; ".join(notes),
        under=too,
    )


def _open_base(figure: Figure) -> str | None:
    """The base of a per cent or a rate, which its number alone does not say."""
    if figure.unit == PER_CENT:
        return stated_base(figure)
    return f"{PER_100_000} {figure.base}" if figure.unit == PER_100_000 and figure.base else None


def _change_besides(row: Aligned) -> list[Cells]:
    """The change from the baseline's other figure, where the two do not say the same."""
    now, comparison = row.now, row.comparison
    if now is None or comparison is None or comparison.then is None:
        return []
    other = comparison.then_other
    if other is None or other.interval in (None, comparison.then.interval):
        return []
    besides = compare(row.measure, now.figure, other)
    by = "by records" if other.origin is Origin.RECORDS else "from what was said"
    change = change_text(besides) if besides.comparable else "not comparable"
    blank, note = chunk(""), "" if besides.comparable else besides.caution or ""
    name = chunk(quiet(f"the change {by}"))
    return [Cells(name, blank, blank, chunk(number(change)), blank, note, under=True)]


def _given_too(row: Aligned) -> Chunk:
    """The name of a figure that was given besides: who gave it."""
    who = speaker(row.figure)
    verb = "give" if who == "records" else "said"
    return chunk(quiet(f"{who} {verb} too"))


def _name(row: Aligned, *, dated: bool) -> str:
    name = row.measure.title
    if row.slices:
        name = ", ".join(slice_title(one.dimension, one.value) for one in row.slices)
    return f"{name}, {when(row.figure)}" if dated else name


def _days(row: Aligned, *, dated: bool) -> list[str]:
    """The row's own day or period, where that is not the day of its side."""
    told = []
    if row.now and row.now.earlier:
        told.append(own_day(row.now))
    sides = [("now", row.now.figure)] if row.now else []
    sides += [("then", figure) for figure in row.then]
    for side, figure in sides:
        if figure.partial:
            told.append(f"not a whole month: {figure.partial}")
        if figure.period_start and not (dated and figure is row.figure):
            told.append(f"{side}: {when(figure)}")
    return told


def _then(figure: Figure | None, row: Aligned) -> Chunk:
    if figure is None:
        return chunk(quiet(NOTHING))
    pointed = row.alone if row.alone and row.alone.figure is figure else None
    return chunk(number(value_text(figure)), subject=pointed)


def _share(row: Aligned) -> Cells | None:
    """The shares of the row's base on each side, with their difference in points."""
    share = row.now.share if row.now else None
    then = row.share_said or row.share_counted
    known = share or then
    if known is None:
        return None
    change, note = "", ""
    comparable = row.comparison is not None and row.comparison.comparable
    if share and then and comparable:
        note = bases_differ(share, then) or ""
        points = (share.interval - then.interval).scaled(100)
        change = "not comparable" if note else signed_interval(points, 1, " points")
    return Cells(
        chunk(quiet(f"of {base_words(known.of)}")),
        chunk(quiet(_of(row.share_said, known.of))),
        chunk(quiet(_of(row.share_counted, known.of))),
        chunk(quiet(change)),
        chunk(quiet(_of(share, known.of))),
        note,
        under=True,
    )


def _of(share: Share | None, named: str) -> str:
    """A share with its base; that is named where it is another one than the line's."""
    if share is None:
        return NOTHING
    base = "" if share.of == named else f" {base_words(share.of)}"
    return f"{share_text(share.interval)} of {value_text(share.base, unit=False)}{base}"


def _stored(row: Aligned) -> list[Cells]:
    """What the records gave under the definition of their own day, where that is another."""
    if row.stored is None and row.stored_now is None:
        return []
    then, now = (
        chunk(number(value_text(one)) if one else quiet(NOTHING))
        for one in (row.stored, row.stored_now)
    )
    return [Cells(chunk(quiet("as stored")), chunk(""), then, chunk(""), now, under=True)]
