"""The board's figures as rows for a file."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.core.dimension import slice_title
from boardtui.panels.subject import FlowNumber, Subject

COLUMNS = (
    "figure",
    "slice",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "share",
    "share_of",
    "as_at",
    "as_at_stated",
    "then",
    "change",
    "origin",
    "said_by",
    "note",
)


def figure_row(subject: Subject) -> Sequence[object]:
    """One figure, or one number of a flow, by the columns."""
    if isinstance(subject, FlowNumber):
        flow = subject.flow
        head = (f"flow of overdue {flow.backlog}", subject.title, subject.people)
        ends = (subject.people, subject.people, "exact", "people", None, None)
        return (*head, *ends, flow.end, None, None, None, "records", None, subject.definition)
    figure, comparison, share = subject.figure, subject.comparison, subject.share
    whose = f"{subject.force}: " if subject.force else ""
    return (
        f"{whose}{subject.measure.title}",
        ", ".join(slice_title(s.dimension, s.value) for s in figure.slices),
        figure.value,
        figure.low,
        figure.high,
        figure.qualifier.value,
        figure.unit,
        share.value if share else None,
        share.of if share else None,
        figure.as_at,
        figure.as_at_stated,
        comparison.then.value if comparison.then else None,
        comparison.change,
        figure.origin.value,
        figure.said_by,
        figure.unknown or comparison.caution,
    )
