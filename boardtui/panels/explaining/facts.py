"""What is to be known of a figure itself: its base, whom it leaves out, what it was, its day."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.criterion.dimension import slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.share import Share
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import count_text, end_text, number_text, share_text, value_text
from boardtui.panels.explaining.said import by_whom
from boardtui.panels.phrases import base_words, change_text, of_base, period_text
from boardtui.panels.said_shares import possible_rows
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Row = tuple[str, str]


def facts_of(review: Review, subject: ComparedFigure) -> Iterator[Row]:
    """The facts, those first that are asked for most."""
    yield from _reading(subject.figure)
    yield from _base(review, subject)
    yield from _left_out(review, subject)
    yield from _when(subject.figure)
    yield from _then(review, subject)
    yield from (("it may be", row) for row in possible_rows(subject))
    if subject.figure.assumed:
        yield "bear in mind", subject.figure.assumed
    yield "direction", subject.measure.better.value
    if review.audience.hides:
        yield "shown to", review.audience.in_words.removeprefix("Shown to ")
    yield from _as_stored(subject)


def _reading(figure: Figure) -> Iterator[Row]:
    if figure.qualifier is Qualifier.EXACT or figure.low is None:
        return
    low = end_text(figure.low)
    if figure.origin is Origin.RECORDS and figure.high is not None:
        yield "rounded", f"it is {low} to {end_text(figure.high)}"
        return
    said = figure.qualifier.value.replace("_", " ")
    between = f"{low} or more" if figure.high is None else f"{low} to {end_text(figure.high)}"
    yield "read as", f"{between}: how “{said}” is read here, which is an assumption"


def _base(review: Review, subject: ComparedFigure) -> Iterator[Row]:
    """What it is a share of, and what that is a share of in turn."""
    share, part = subject.share, subject.part
    if share:
        wider = (one.share for one in review.figures(share.of, share.slices) if one.share)
        beyond = next(wider, None) if share.base.origin is Origin.RECORDS else None
        more = f", of {_based(beyond)}" if beyond else ""
        yield "base", f"{share_text(share.interval)} of {_based(share)}{more}"
    if part and not (subject.measure.mix and share):
        yield "of the whole", _share(part)
    if subject.figure.base:
        yield "base stated", subject.figure.base
    elif subject.figure.origin is Origin.PUBLISHED and subject.measure.base and not share:
        yield "base", "not stated"


def _based(share: Share) -> str:
    return f"{value_text(share.base, unit=False)} {base_words(share.of)}{_in(share)}"


def _in(share: Share) -> str:
    slices = ", ".join(slice_title(s.dimension, s.value) for s in share.slices)
    return f" ({slices})" if slices else ""


def _share(share: Share) -> str:
    return f"{of_base(share)}{_in(share)}"


def _left_out(review: Review, subject: ComparedFigure) -> Iterator[Row]:
    """Who might be thought to be in a backlog and is not, by why."""
    figure = subject.figure
    backlog = next((b for b in BACKLOGS.values() if b.overdue_name == figure.measure), None)
    if backlog is None or figure.slices or figure.origin is Origin.PUBLISHED or subject.force:
        return
    names = (*backlog.left_out, f"{backlog.name}_not_dated")
    counts = [(name, _counted(review, name)) for name in names]
    if any(count is None for _, count in counts):
        return
    whole = sum(count or 0 for _, count in counts)
    told = ", ".join(
        f"{count_text(count)} {MEASURES[name].title.lower().removeprefix('on ')}"
        for name, count in counts
    )
    yield "not counted", f"{number_text(whole)}: {told}"


def _counted(review: Review, name: str) -> int | None:
    found = [one.figure.value for one in review.figures(name) if one.figure.source is None]
    return int(found[0]) if found and found[0] is not None else None


def _when(figure: Figure) -> Iterator[Row]:
    """The day or period, where it is not the day of the records."""
    day = day_text(figure.as_at)
    if figure.period_start:
        day = period_text(figure.period_start, figure.as_at)
    if figure.partial:
        day += f" (not a whole month: {figure.partial})"
    if figure.as_at_stated:
        yield "as at", f"stated as “{figure.as_at_stated}”, taken as {day}"
    elif figure.period_start or figure.source is not None:
        yield "as at", day


def _then(review: Review, subject: ComparedFigure) -> Iterator[Row]:
    """What it was, by whom, and what may be said of the difference."""
    comparison = subject.comparison
    then, other = comparison.then, comparison.then_other
    if then is None:
        return
    caution = f"; {comparison.caution}" if comparison.caution and comparison.comparable else ""
    too = f". {_was(review, other)} too" if other is not None else ""
    yield "then", f"{_was(review, then)}{caution}{too}"
    shares = (subject.share_then, subject.share_then_other)
    if told := "; ".join(_share(share) for share in shares if share):
        yield "share then", told
    if comparison.comparable and (change := change_text(comparison)):
        yield "change", f"{change}: a difference of two days, not a trend"
    yield from _obstacle(comparison)


def _was(review: Review, figure: Figure) -> str:
    return f"{value_text(figure)} {by_whom(review, figure)}"


def _obstacle(comparison: Comparison) -> Iterator[Row]:
    if comparison.caution and not comparison.comparable:
        yield "not comparable", comparison.caution


def _as_stored(subject: ComparedFigure) -> Iterator[Row]:
    """What was stored under another definition, and under which."""
    stored = (("as stored", subject.stored), ("then, as stored", subject.then_stored))
    for label, figure in stored:
        if figure is not None:
            day = day_text(figure.as_at)
            yield label, f"{value_text(figure)}, {day}: {figure.definition}"
