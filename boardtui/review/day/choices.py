"""Several figures for one thing: all are kept, one is chosen, and whether they agree is said."""

from __future__ import annotations

from boardtui.core.figure.agreement import thing_of
from boardtui.core.figure.figure import Figure
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


def given(review: Review, figure: Figure) -> list[Figure]:
    """The figures given for the same thing as one, in the order that no choice changes."""
    side, thing = review.now, thing_of(figure)
    counted, said = (of(figure.measure, figure.slices) for of in (side.from_records, side.said))
    return [one for one in (*counted, *said) if thing_of(one) == thing]


def chosen_otherwise(review: Review) -> list[ComparedFigure]:
    """The figures that somebody chose, where another would stand without that."""
    chosen = (figure for figure in review.now.preferred.values())
    return [review.compared(one) for one in chosen if given(review, one)[:1] != [one]]
