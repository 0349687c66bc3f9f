"""What a figure is: its definition, base, origin and source, in words, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

from boardtui.core.comparing.comparison import Comparison
from boardtui.core.criterion.dimension import DIMENSIONS, slice_title
from boardtui.core.figure.figure import Figure, Origin
from boardtui.core.figure.hedge import Qualifier
from boardtui.core.figure.share import Share
from boardtui.core.measures.units import shown_unit
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import (
    WITHHELD,
    count_text,
    end_text,
    share_text,
    unit_of,
    value_text,
)
from boardtui.panels.choices import agreement
from boardtui.panels.phrases import base_words, change_text
from boardtui.panels.said_shares import possible_rows
from boardtui.panels.subject import FlowNumber, Subject
from boardtui.review.day.compared import ComparedFigure

Row = tuple[str, str]
"""A label and what it says; an empty label goes on with the one before."""


def explained(subject: Subject) -> tuple[str, list[Row]]:
    """A title, and rows that say what the subject is and where it comes from."""
    if isinstance(subject, FlowNumber):
        return _flow_number(subject)
    figure = subject.figure
    rows = [("force", subject.force)] if subject.force else []
    rows += [("value", _value(figure)), *_reading(figure)]
    rows += [("share", _share(share)) for share in _shares(subject)]
    rows.append(("as at", _as_at(figure)))
    rows += _what(subject)
    rows += [("it may be", row) for row in possible_rows(subject)]
    rows += _origin(figure)
    rows += _given_too(subject)
    rows += _comparison(subject)
    rows += [("bear in mind", subject.figure.assumed)] if subject.figure.assumed else []
    rows += _as_stored(subject)
    return title_of(subject), rows


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
        return f"{said}: {WITHHELD}"
    if figure.value is None or shown_unit(figure.unit):
        return said
    return f"{said} {unit_of(figure.unit, figure.value)}"


def _reading(figure: Figure) -> list[Row]:
    if figure.qualifier is Qualifier.EXACT or figure.low is None:
        return []
    low = end_text(figure.low)
    high = "no upper end" if figure.high is None else end_text(figure.high)
    said = figure.qualifier.value.replace("_", " ")
    between = f"{low} or more" if figure.high is None else f"{low} to {high}"
    return [("read as", f"{between}: how “{said}” is read here, which is an assumption")]


def _shares(subject: ComparedFigure) -> Iterator[Share]:
    """Of its base, and a slice's part of its own whole where that is another one."""
    if subject.share:
        yield subject.share
    if subject.part and not (subject.measure.mix and subject.share):
        yield subject.part


def _share(share: Share) -> str:
    base = value_text(share.base, unit=False)
    text = f"{share_text(share.interval)} of {base} {base_words(share.of)}"
    slices = ", ".join(slice_title(s.dimension, s.value) for s in share.slices)
    return f"{text} ({slices})" if slices else text


def _as_at(figure: Figure) -> str:
    day = day_text(figure.as_at)
    if figure.period_start:
        day = f"{day_text(figure.period_start)} to {day}"
    if figure.partial:
        day += f" (not a whole month: {figure.partial})"
    return f"stated as “{figure.as_at_stated}”, taken as {day}" if figure.as_at_stated else day


def _what(subject: ComparedFigure) -> list[Row]:
    figure = subject.figure
    rows = [("definition", figure.definition or subject.measure.definition)]
    if figure.origin is Origin.PUBLISHED:
        rows[0] = ("definition", f"as published, not stated; here it is read as: {rows[0][1]}")
    if figure.base:
        rows.append(("base", f"as stated: {figure.base}"))
    return [*rows, ("direction", subject.measure.better.value)]


def _origin(figure: Figure) -> list[Row]:
    if figure.source is None:
        whose = "synthetic records: the force does not exist" if figure.synthetic else "records"
        return [("origin", f"computed from {whose}")]
    rows = [("origin", "published" + (", synthetic: the force does not exist" * figure.synthetic))]
    rows.append(("said by", figure.source.said_by))
    if figure.source.publisher:
        rows.append(("publisher", figure.source.publisher))
    if figure.source.address:
        rows.append(("address", figure.source.address))
    return rows


def _given_too(subject: ComparedFigure) -> list[Row]:
    """What others gave for the same thing, and whether that agrees."""
    return [
        ("said too" if other.source else "records", f"{_then(other)}: {_agrees(other, subject)}")
        for other in subject.others
    ]


def _agrees(other: Figure, subject: ComparedFigure) -> str:
    return f"{agreement(other, subject.figure)}, beside {value_text(subject.figure)}"


def _comparison(subject: ComparedFigure) -> list[Row]:
    comparison = subject.comparison
    if comparison.then is None:
        return []
    rows = [("then", _then(comparison.then))]
    if subject.share_then:
        rows.append(("share then", _share(subject.share_then)))
    if comparison.then_other is not None:
        rows.append(("then, too", _then(comparison.then_other)))
        if subject.share_then_other:
            rows.append(("share then, too", _share(subject.share_then_other)))
    if comparison.comparable and (change := change_text(comparison)):
        rows.append(("change", f"{change}: a difference of two days, not a trend"))
    rows += _caution(comparison)
    return rows


def _as_stored(subject: ComparedFigure) -> list[Row]:
    """What was stored under another definition, and under which."""
    stored = (("as stored", subject.stored), ("then, as stored", subject.then_stored))
    return [
        (label, f"{value_text(figure)}, {_as_at(figure)}: {figure.definition}")
        for label, figure in stored
        if figure is not None
    ]


def _then(figure: Figure) -> str:
    origin = f"published: {figure.said_by}" if figure.source else "computed from records"
    return f"{value_text(figure)}, {_as_at(figure)}, {origin}"


def _caution(comparison: Comparison) -> list[Row]:
    if not comparison.caution:
        return []
    return [("bear in mind" if comparison.comparable else "not comparable", comparison.caution)]


def _flow_number(subject: FlowNumber) -> tuple[str, list[Row]]:
    flow = subject.flow
    days = f"{day_text(flow.start)} to {day_text(flow.end)}"
    rows = [
        ("people", subject.absent or count_text(subject.people)),
        ("definition", subject.definition),
        ("between", days),
        ("origin", "computed from the records of both days, under one definition"),
    ]
    return f"Flow of overdue {flow.backlog}: {subject.title}", rows
