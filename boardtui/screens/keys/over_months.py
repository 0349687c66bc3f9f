"""What of the figure that is looked at is told over months."""

from __future__ import annotations

from boardtui.screens.keys.ways import OverMonths


def over_months(subject: object) -> OverMonths | None:
    """What of a figure, or of a number of a flow, is told over months; None of what is not."""
    from boardtui.core.trend.flow_measures import FLOW_MEASURES
    from boardtui.panels.subject import FlowNumber
    from boardtui.review.day.compared import ComparedFigure

    if isinstance(subject, ComparedFigure):
        return subject.measure.name, subject.figure.slices
    if not isinstance(subject, FlowNumber) or subject.slices:
        return None
    which = set(subject.which) if isinstance(subject.which, frozenset | set | tuple) else set()
    for each in FLOW_MEASURES.values():
        if each.backlog.name == subject.flow.backlog and set(each.parts) == which:
            return each.name, ()
    return f"overdue_{subject.flow.backlog}", ()
