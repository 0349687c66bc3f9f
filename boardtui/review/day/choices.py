"""Several figures for one thing: all are kept, one is chosen, and whether they agree is said."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.core.criterion.dimension import WHOLE, Slices
from boardtui.core.figure.agreement import agree, thing_of
from boardtui.core.figure.figure import Figure
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the figures given for a thing.

    `agrees` says whether it can be true together with the chosen one, by what the hedges of both
    allow: None of the chosen one itself, and where either is not known.
    """

    compared: ComparedFigure
    chosen: Figure
    agrees: bool | None

    @property
    def is_chosen(self) -> bool:
        return self.compared.figure == self.chosen


def choices(
    review: Review, measure: str, slices: Slices = WHOLE, of: Figure | None = None
) -> list[Choice]:
    """The figures given for a measure and slice, the chosen one of each day or period first.

    With `of`, only those of the same day or period as that figure.
    """
    chosen: dict[object, Figure] = {}
    found = []
    for one in review.figures(measure, slices):
        if of is not None and thing_of(one.figure) != thing_of(of):
            continue
        first = chosen.setdefault(thing_of(one.figure), one.figure)
        agrees = None if one.figure is first else agree(one.figure, first)
        found.append(Choice(one, first, agrees))
    return found


def given(review: Review, figure: Figure) -> list[Figure]:
    """The figures given for the same thing as one, in the order that no choice changes."""
    side, thing = review.now, thing_of(figure)
    counted, said = (of(figure.measure, figure.slices) for of in (side.from_records, side.said))
    return [one for one in (*counted, *said) if thing_of(one) == thing]


def chosen_otherwise(review: Review) -> list[ComparedFigure]:
    """The figures that somebody chose, where another would stand without that."""
    chosen = (figure for figure in review.now.preferred.values())
    return [review.compared(one) for one in chosen if given(review, one)[:1] != [one]]
