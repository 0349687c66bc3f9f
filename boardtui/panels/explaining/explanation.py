"""All that can be said of a figure, for whoever asks: what it is, beside what, and who says so."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.audience.rules import HIDDEN
from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.measures.units import shown_unit
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import unit_of, value_text, withheld
from boardtui.panels.explaining.facts import facts_of
from boardtui.panels.explaining.said import said_too, standing
from boardtui.panels.explaining.sources import SYNTHETIC_RECORDS, sources_of
from boardtui.panels.subject import FlowNumber, Subject
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

Row = tuple[str, str]
"""What a text is about, and the text."""


class Explanation(Struct, frozen=True):
    """What there is to say of a figure, in the order in which it is read.

    `standing` says by whom the value is, and of how many it was chosen. `facts` are about the
    figure itself; `said_too` are the values that others gave of the same thing, each with who and
    whether it agrees.
    """

    title: str
    value: str
    standing: str
    definition: str
    facts: tuple[Row, ...] = ()
    said_too: tuple[Row, ...] = ()
    sources: tuple[Row, ...] = ()

    @property
    def rows(self) -> list[Row]:
        """All of it as labelled rows."""
        return [
            ("value", f"{self.value} {self.standing}".strip()),
            ("definition", self.definition),
            *self.facts,
            *((f"said too {value}".rstrip(), text) for value, text in self.said_too),
            *self.sources,
        ]


def explanation(review: Review, subject: Subject) -> Explanation:
    """What there is to say of a figure, or of a number of a flow.

    Raises:
        DatabaseUnreadableError: the database has gone away.
    """
    if isinstance(subject, FlowNumber):
        return _of_flow(review, subject)
    figure = subject.figure
    return Explanation(
        title_of(subject),
        _value(figure),
        standing(review, subject),
        _definition(subject),
        tuple(facts_of(review, subject)),
        tuple(said_too(review, subject)),
        tuple(sources_of(subject)),
    )


def title_of(compared: ComparedFigure) -> str:
    """A figure's name with its slices: "Overdue visits · Risk level: high"."""
    slices = (
        f"{DIMENSIONS[s.dimension].title}: {slice_title(s.dimension, s.value)}"
        for s in compared.figure.slices
    )
    whose = (compared.force,) if compared.force else ()
    return " · ".join((*whose, compared.measure.title, *slices))


def _value(figure: Figure) -> str:
    """The value with its unit, also where that is usually left out, or the mark and its word."""
    said = value_text(figure)
    if figure.suppressed:
        return f"{said}: {withheld(figure)}"
    if figure.value is None or shown_unit(figure.unit):
        return said
    return f"{said} {unit_of(figure.unit, figure.value)}"


def _definition(subject: ComparedFigure) -> str:
    figure = subject.figure
    words = figure.definition or subject.measure.definition
    if figure.origin is Origin.PUBLISHED:
        return f"Its definition is not published. It is read here as: {words}"
    return words


def _of_flow(review: Review, subject: FlowNumber) -> Explanation:
    flow = subject.flow
    between = f"{day_text(flow.start)} to {day_text(flow.end)}"
    people = unit_of("people", subject.people) if subject.people is not None else ""
    synthetic = review.selection.force.synthetic
    return Explanation(
        f"Flow of overdue {flow.backlog}: {subject.title}",
        f"{subject.text}: {HIDDEN}" if subject.hidden else f"{subject.text} {people}".strip(),
        f"by {'SYNTHETIC ' if synthetic else ''}records",
        subject.definition,
        (("between", between),),
        sources=(
            ("source", "counted from the records of both days, under one definition"),
            *((("", SYNTHETIC_RECORDS),) if synthetic else ()),
        ),
    )
