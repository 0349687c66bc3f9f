"""The figure that a slide is of, and what the placeholders of its sentence stand for."""

from __future__ import annotations

from boardtui.core.figure.figure import Figure
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS, VISITS
from boardtui.core.measures.measure import Backlog, VisitCount
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import share_text, value_text
from boardtui.panels.cards.visits import latest_month, month_of
from boardtui.panels.cards.words import known
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.sentences import change_words, of_slice
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def asked(slide: Slide, review: Review) -> ComparedFigure:
    """The figure of a slide, of the day itself; of visits, of the latest whole month.

    Raises:
        NotToldError: there is none.
    """
    assert slide.measure is not None
    found = review.figures(slide.measure, slide.slices)
    if isinstance(MEASURES[slide.measure], VisitCount):
        month = latest_month(review)
        found = [one for one in found if month_of(one.figure) == month]
    one = known(found)
    if one is None:
        raise NotToldError(nothing_of(slide, review, found))
    return one


def backlog_of(slide: Slide) -> Backlog:
    """The backlog that a slide is of; of visits, where it does not say."""
    found = (one for one in BACKLOGS.values() if one.overdue_name == slide.measure)
    return next(found, VISITS)


def nothing_of(slide: Slide, review: Review, found: list[ComparedFigure]) -> str:
    """That there is no figure of what a slide is of, and why, as far as that is known."""
    assert slide.measure is not None
    what = slide.measure + "".join(map(of_slice, slide.slices))
    told = f"{review.selection.force.name} has no figure of {what} for "
    told += day_text(review.selection.day)
    unknown = next((one.figure.unknown for one in found if one.figure.unknown), None)
    earlier = next((one.figure.as_at for one in found if one.earlier), None)
    if unknown:
        return f"{told}: {unknown}"
    return f"{told}: the latest is of {day_text(earlier)}" if earlier else told


def fills_of(one: ComparedFigure, review: Review) -> dict[str, str]:
    """What placeholders stand for on a slide of a figure; those that it has nothing for are out."""
    then = one.comparison.then
    found = {
        "now": told_value(one.figure),
        "then": told_value(then) if then is not None else "",
        "change": change_words(one),
        "share": share_text(one.share.interval) if one.share else "",
        "base": told_value(one.share.base, unit=False) if one.share else "",
    }
    return {name: text for name, text in found.items() if text} | days_of(review)


def told_value(figure: Figure, *, unit: bool = True) -> str:
    """A figure's value for a sentence of one's own; nothing where it is hidden or not known."""
    return value_text(figure, unit=unit) if figure.value is not None else ""


def days_of(review: Review) -> dict[str, str]:
    """What placeholders for the two days stand for, on any slide."""
    baseline = review.selection.baseline
    found = {"day": day_text(review.selection.day)}
    return found | ({"then_day": day_text(baseline.as_at)} if baseline else {})
