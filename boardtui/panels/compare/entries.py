"""A figure of the comparison as a row: what it was, what it is, and the change, in words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from boardtui.core.comparing.comparison import compare
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures.units import PER_100_000, PER_CENT
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.words import mark
from boardtui.panels.choices import said_later, speaker
from boardtui.panels.compare.declared import Section
from boardtui.panels.compare.entry import INCOMPARABLE, NOTHING, Entry, absent, by_whom, then_figure
from boardtui.panels.compare.shares import share_entries
from boardtui.panels.phrases import change_text, day_of, stated_base, when
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.review import Review


def entries_of(rows: Sequence[Aligned], section: Section, review: Review) -> list[Entry]:
    """Rows of one measure: what else was given for the same thing goes with what stands for it."""
    periods = {row.thing for row in rows if row.figure.period_start is not None}
    found: list[Entry] = []
    known: object = None
    for row in rows:
        if row.thing == known:
            found[-1] = replace(found[-1], under=(*found[-1].under, _said_too(row, review)))
        else:
            found.append(entry_of(row, section, review, dated=len(periods) > 1))
        known = row.thing
    return found


def entry_of(row: Aligned, section: Section, review: Review, *, dated: bool = False) -> Entry:
    """A figure on both days; `dated` says that its period is part of its name."""
    name = _name(row, section)
    notes = _of_which_day(row, dated=dated)
    if row.now is not None and not row.now.earlier and _is_said_beside_records(row, review):
        notes.append(f"said by {speaker(row.now.figure)}")
    return _with_more(row, review, f"{name}, {when(row.figure)}" if dated else name, notes)


def _said_too(row: Aligned, review: Review) -> Entry:
    """Another figure of the same thing: who gave it, and its share."""
    who, later = speaker(row.figure), said_later(row.figure)
    name = f"{who} {'give' if who == 'records' else 'said'} too"
    return replace(_with_more(row, review, name, [later] if later else []), quiet=True)


def _with_more(row: Aligned, review: Review, name: str, notes: list[str]) -> Entry:
    """A row with its notes, its share, and the rows that go with it."""
    entry = _sides(row, review, name)
    share, *others = (*share_entries(row, review), None)
    under = (*_by_the_other(row, review), *filter(None, others), *_as_stored(row))
    told = (*notes, *_of_what(row.figure), *entry.notes)
    return replace(entry, notes=told, share=share, under=under)


def _sides(row: Aligned, review: Review, name: str) -> Entry:
    """Both sides and the change; a figure of an earlier day stands under then, and not now."""
    if row.now is not None and row.now.earlier:
        figure = row.now.figure
        notes = (f"of {day_of(figure)}, and not given since",)
        values = (figure.value, None, None)
        return Entry(name, value_text(figure), "", NOTHING, (figure, None), values, row.now, notes)
    then, now = then_figure(row, review), row.now.figure if row.now else None
    comparison = row.comparison
    change, caution, by = "", "", None
    if comparison is not None and comparison.comparable is False:
        change, caution = INCOMPARABLE, comparison.caution or ""
    elif comparison is not None and comparison.comparable:
        change, by = change_text(comparison), comparison.change
    return Entry(
        name,
        value_text(then) + _mark(then, review) if then else absent(review),
        change,
        value_text(now) if now else NOTHING,
        (then, now),
        (then.value if then else None, by, now.value if now else None),
        row.now or row.alone,
        (caution,) if caution else (),
    )


def _mark(figure: Figure, review: Review) -> str:
    """The mark of another source, behind a value; what is not known needs none."""
    return mark(figure, review) if figure.given else ""


def _name(row: Aligned, section: Section) -> str:
    """A row's name; what the section's title says already is left out."""
    if row.slices:
        return ", ".join(slice_title(one.dimension, one.value) for one in row.slices)
    rest = row.measure.title.removeprefix(section.title)
    if rest == row.measure.title or not rest:
        return row.measure.title
    return rest.lstrip(", ").removeprefix("at ")


def _is_said_beside_records(row: Aligned, review: Review) -> bool:
    return review.selection.snapshot is not None and row.figure.origin is Origin.PUBLISHED


def _of_which_day(row: Aligned, *, dated: bool) -> list[str]:
    """The row's own period, where that is not the day of its side."""
    told = []
    now = row.now.figure if row.now and not row.now.earlier else None
    for side, figure in (("now", now), *(("then", one) for one in row.then)):
        if figure is None:
            continue
        if figure.partial:
            told.append(f"not a whole month: {figure.partial}")
        if figure.period_start and not (dated and figure is row.figure):
            told.append(f"{side}: {when(figure)}")
    return told


def _of_what(figure: Figure) -> list[str]:
    """The base of a per cent or a rate, which its number alone does not say."""
    base = None
    if figure.unit == PER_CENT:
        base = stated_base(figure)
    elif figure.unit == PER_100_000 and figure.base:
        base = f"{PER_100_000} {figure.base}"
    return [base] if base else []


def _by_the_other(row: Aligned, review: Review) -> list[Entry]:
    """The baseline's other figure with the change from it, where the two do not say the same."""
    then = then_figure(row, review)
    other = next((one for one in row.then if one is not then), None)
    if then is None or other is None or other.interval in (None, then.interval):
        return []
    name, text = by_whom(other), value_text(other) + mark(other, review)
    if row.now is None or row.comparison is None or row.comparison.then is None:
        return [Entry(name, text, figures=(other, None), quiet=True)]
    besides = compare(row.measure, row.now.figure, other)
    change = change_text(besides) if besides.comparable else INCOMPARABLE
    notes = () if besides.comparable else (besides.caution or "",)
    return [Entry(name, text, change, figures=(other, None), notes=notes, quiet=True)]


def _as_stored(row: Aligned) -> list[Entry]:
    """What the records gave under the definition of their own day, where that is another."""
    if row.stored is None and row.stored_now is None:
        return []
    then, now = (value_text(one) if one else NOTHING for one in (row.stored, row.stored_now))
    return [Entry("as stored", then, now=now, figures=(row.stored, row.stored_now), quiet=True)]
