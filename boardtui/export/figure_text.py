"""Figures as text: a block for each measure, a line for each figure that reads on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from boardtui.core.criterion.dimension import DIMENSIONS, Slice, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import SUPPRESSED
from boardtui.core.figure.interval import Interval
from boardtui.core.figure.share import Share
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text, month_end, month_text, stated_day
from boardtui.core.words.wording import (
    change_places,
    change_unit,
    share_text,
    signed_interval,
    value_text,
    withheld,
)
from boardtui.panels.choices import agreement
from boardtui.panels.said_shares import possible_rows
from boardtui.panels.slides.sentences import change_words
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.selection import Selection


def lines(
    selection: Selection, listing: Iterable[ComparedFigure], notes: Iterable[str] = ()
) -> Iterator[str]:
    """The figures as lines; the first says whose they are, as at when, and against what."""
    yield heading_line(selection)
    yield from notes
    none = True
    for _, block in groupby(listing, key=_block):
        none = False
        yield ""
        yield from _block_lines(selection, list(block))
    if none:
        yield "There are no such figures."


def heading_line(selection: Selection) -> str:
    """Whose figures they are, as at when, and against what."""
    synthetic = " (SYNTHETIC)" if selection.force.synthetic else ""
    against = selection.baseline.label if selection.baseline else "nothing"
    return (
        f"{selection.force.name}{synthetic}, as at {day_text(selection.day)}. "
        f"Compared with: {against}."
    )


def _block(compared: ComparedFigure) -> tuple[object, ...]:
    """What the figures of one block share."""
    figure = compared.figure
    dimensions = tuple(each.dimension for each in figure.slices)
    return figure.measure, dimensions, figure.origin, figure.source, figure.base


def _block_lines(selection: Selection, block: Sequence[ComparedFigure]) -> Iterator[str]:
    yield heading(block[0].figure)
    notes = [_note(each, selection) for each in block]
    shared = notes[0] if len(set(notes)) == 1 else None
    for each, note in zip(block, notes, strict=True):
        yield f"  {figure_line(each, selection)}{f' ({note})' if note and note != shared else ''}"
    for each in block:
        slices = "".join(f"{_slice(one)}, " for one in each.figure.slices)
        for row in possible_rows(each):
            yield f"  It may be: {slices}{row}."
    if shared:
        yield f"  Note: {shared}."


def heading(figure: Figure) -> str:
    """The measure, what it is told apart by, and where its figures come from."""
    measure = MEASURES[figure.measure]
    by = " and ".join(_inside(DIMENSIONS[each.dimension].title) for each in figure.slices)
    told_apart = f", by {by}" if by else ""
    if figure.source is None:
        return f"{measure.title} ({measure.name}){told_apart}: from records"
    base = f" (base as stated: {figure.base})" if figure.base else ""
    source = figure.source.in_words
    said = f", said by {source}" if figure.source.said_by else f", {source}" if source else ""
    return f"{measure.title} ({measure.name}){told_apart}: published{said}{base}"


def _inside(title: str) -> str:
    """A title within a sentence: "actively managed", but "MAPPA level"."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def figure_line(compared: ComparedFigure, selection: Selection) -> str:
    """A figure in a line that reads by itself, words first: what it is, how much, then, change."""
    figure = compared.figure
    stored = f" (as stored: {value_text(compared.stored)})" if compared.stored else ""
    told = (_share(compared.share), _part(compared.part))
    now = ", ".join([f"{value_text(figure)}{stored}", *filter(None, told)])
    said = (now, _then(compared, selection), _change(compared))
    return f"{_label(figure, selection.day)}: {'; '.join(filter(None, said))}"


def _label(figure: Figure, day: date) -> str:
    title = MEASURES[figure.measure].title
    words = (title, *map(_slice, figure.slices), _when(figure, day))
    return ", ".join(filter(None, words))


def _slice(part: Slice) -> str:
    """A slice that reads by itself: "high", "MAPPA level 2", "unit not recorded"."""
    words = slice_title(part.dimension, part.value)
    title = DIMENSIONS[part.dimension].title
    by_itself = part.value is not None and not title.startswith("MAPPA")
    return words if by_itself else f"{_inside(title)} {words}"


def _when(figure: Figure, day: date) -> str:
    """The figure's own time, where it is a period or not the board's day."""
    own = _period(figure, figure.period_start) if figure.period_start else ""
    if not own and figure.as_at != day:
        own = f"as at {day_text(figure.as_at)}"
    stated = f"stated “{figure.as_at_stated}”" if figure.as_at_stated else ""
    # "March 2023", of 31 March 2023, says as much as the day it is taken as.
    if stated and stated_day(figure.as_at, figure.as_at_stated) == figure.as_at_stated:
        return stated
    return ", ".join(filter(None, (stated, own)))


def _period(figure: Figure, start: date) -> str:
    if start.day == 1 and month_end(start) == figure.as_at:
        period = month_text(start)
    else:
        period = f"{day_text(start)} to {day_text(figure.as_at)}"
    return f"{period} ({figure.partial})" if figure.partial else period


def _share(share: Share | None) -> str:
    """A share with its base named: "18.3% of 1,488 actively managed"."""
    if share is None:
        return ""
    slices = ", ".join(map(_slice, share.slices))
    base = f"{value_text(share.base)} {_inside(MEASURES[share.of].title)}"
    return f"{share_text(share.interval)} of {base}{f' ({slices})' if slices else ''}"


def _part(part: Share | None) -> str:
    """A slice's share of the measure's own whole: "15.0% of all 273 (overdue visits)"."""
    if part is None:
        return ""
    whole = f"{value_text(part.base)} ({_inside(MEASURES[part.of].title)})"
    return f"{share_text(part.interval)} of all {whole}"


def _then(compared: ComparedFigure, selection: Selection) -> str:
    then, other = compared.comparison.then, compared.comparison.then_other
    if then is None:
        return ""
    share = compared.share_then or compared.share_then_other
    origins = [ORIGIN[then.origin]]
    if selection.baseline and then.as_at != selection.baseline.as_at:
        origins.append(f"as at {day_text(then.as_at)}")
    if other is not None:
        origins.append(f"{ORIGIN[other.origin]}: {value_text(other)}")
    if compared.then_stored is not None:
        origins.append(f"as stored: {value_text(compared.then_stored)}")
    if share is not None:
        by = "" if compared.share_then or other is None else f" ({ORIGIN[other.origin]})"
        base_then = f", {_share(share)}{by}"
    elif then.origin is Origin.PUBLISHED and MEASURES[then.measure].base:
        base_then = ", base then not published"
    else:
        base_then = ""
    was = "was" if then.value is not None else "then:"
    return f"{was} {value_text(then)} ({', '.join(origins)}){base_then}"


ORIGIN = {Origin.RECORDS: "from records", Origin.PUBLISHED: "published"}


def _change(compared: ComparedFigure) -> str:
    """The change in words, "56 more"; nothing where two figures cannot be compared.

    A screen reader may leave out a sign, so the words say which way; a change that can be either
    way keeps its signs.
    """
    comparison = compared.comparison
    change, then = comparison.change_interval, comparison.then
    if change is None or not comparison.comparable:
        return ""
    if change.low == change.high == 0:
        return "no change"
    suffix = change_unit(comparison.now.unit, change.low if change.exact else None)
    places = change_places(comparison.now, then) if then else 0
    text = change_words(compared) or f"changed by {signed_interval(change, places, suffix)}"
    percent = comparison.percent_interval
    return text if percent is None else f"{text} ({_percent(percent)})"


def _percent(change: Interval) -> str:
    """A change as a share of then, without its sign where the words before say which way."""
    if change.low >= 0 or change.high > 0:
        return signed_interval(change, 1, "%").replace("+", "")
    return signed_interval(Interval(-change.high, -change.low), 1, "%").replace("+", "")


def _note(compared: ComparedFigure, selection: Selection) -> str:
    """What is to be borne in mind of a figure, and of its being one of several given."""
    figure = compared.figure
    mark = f"{SUPPRESSED}: {withheld(figure)}" if figure.suppressed else ""
    notes = (mark, _among(compared), _of_comparison(compared, selection))
    return "; ".join(note for note in notes if note)


def _among(compared: ComparedFigure) -> str:
    if not compared.others:
        return ""
    if compared.chosen:
        return f"chosen of {len(compared.others) + 1} given"
    chosen = compared.others[0]
    return f"{agreement(compared.figure, chosen)} with {value_text(chosen)}, which is chosen"


def _of_comparison(compared: ComparedFigure, selection: Selection) -> str:
    comparison = compared.comparison
    if comparison.then is None and selection.baseline is not None:
        earlier = compared.figure.as_at <= selection.baseline.as_at
        none = "no later figure was given" if earlier else "no figure then"
        return "; ".join(filter(None, (none, compared.caution)))
    if comparison.comparable is False:
        return f"not comparable: {compared.caution}"
    return compared.caution or ""
