"""A force's inspections beside the figures of a day: by when to answer, and which figures speak."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from boardtui.core.figure.figure import Origin
from boardtui.core.inspection.finding import spoken_of
from boardtui.core.inspection.inspection import Inspection
from boardtui.core.inspection.response import Deadline, deadline_of, names_day, response_words
from boardtui.core.measures import MEASURES
from boardtui.core.measures.measure import Measure, PublishedOnly
from boardtui.review.day.catalogue import BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


class Speaking(Struct, frozen=True):
    """Figures of the day that speak to a finding, all by the same words of it."""

    words: tuple[str, ...]
    figures: tuple[ComparedFigure, ...]


class Inspected(Struct, frozen=True):
    """An inspection as it stands beside a board's day.

    `published_stated` and `inspected_stated` are its days in the words in which they were stated,
    where these do not name the day. `baseline` is whether the board is compared with it. `silent`
    are measures that would speak to the finding, and have no figure on the board.
    """

    inspection: Inspection
    deadline: Deadline | None
    published_stated: str | None
    inspected_stated: str | None
    baseline: bool
    speaking: tuple[Speaking, ...]
    silent: tuple[Measure, ...]

    def response_words(self, as_at: date) -> str:
        """By when the commissioner's comments were or are due; or why that is not known."""
        return response_words(self.inspection, as_at, self.published_stated)


def inspected(review: Review) -> list[Inspected]:
    """The force's inspections, newest first; one without a day last."""
    # Those of one day stay in the order in which they were taken in.
    found = sorted(review.beyond.inspections(), key=lambda each: each.day or date.min, reverse=True)
    return [_beside(review, each) for each in found]


def _beside(review: Review, inspection: Inspection) -> Inspected:
    published = _stated(review, inspection.published_on)
    speaking, silent = _speaking(review, inspection.finding or "")
    return Inspected(
        inspection,
        deadline_of(inspection, published),
        published,
        _stated(review, inspection.inspected_on),
        _is_baseline(review, inspection),
        speaking,
        silent,
    )


def _stated(review: Review, day: date | None) -> str | None:
    """A day as the first figure published of it states it, where that does not name the day."""
    if day is None:
        return None
    said = review.beyond.said_of(day)
    stated = next((figure.as_at_stated for figure in said if figure.as_at_stated), None)
    return None if names_day(stated, day) else stated


def _is_baseline(review: Review, inspection: Inspection) -> bool:
    baseline = review.selection.baseline
    return (
        baseline is not None
        and baseline.kind is BaselineKind.INSPECTION
        and baseline.as_at == inspection.day
    )


def _speaking(review: Review, finding: str) -> tuple[tuple[Speaking, ...], tuple[Measure, ...]]:
    """The figures that speak to a finding, by the words that say so; and the silent measures."""
    by_words: dict[tuple[str, ...], list[ComparedFigure]] = {}
    silent = []
    for spoken in spoken_of(finding, MEASURES.values()):
        figures = _figures(review, spoken.measure)
        if figures:
            by_words.setdefault(spoken.words, []).extend(figures)
        elif not isinstance(spoken.measure, PublishedOnly):
            silent.append(spoken.measure)
    groups = (Speaking(words, tuple(figures)) for words, figures in by_words.items())
    return tuple(groups), tuple(silent)


def _figures(review: Review, measure: Measure) -> list[ComparedFigure]:
    """The whole of a measure; where nobody said one, whatever slices of it were published.

    The whole of a mix is its base, and says nothing of how that is made up.
    """
    wholes = [] if measure.mix else _latest(review.figures(measure.name))
    if wholes:
        return wholes
    return [
        review.compared(figure) for figure in review.now.published if figure.measure == measure.name
    ]


def _latest(figures: Iterable[ComparedFigure]) -> list[ComparedFigure]:
    """Of months from records only the latest whole one, else the latest; all that was published."""
    listed = list(figures)
    counted = [one for one in listed if one.figure.origin is Origin.RECORDS]
    whole = [one for one in counted if not one.figure.partial] or counted
    latest = max(whole, key=lambda one: one.figure.as_at, default=None)
    return [one for one in listed if one is latest or one.figure.origin is Origin.PUBLISHED]
