"""What is taken for granted of the figures of a slide, said before where they are from."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.flow.parts import Part
from boardtui.core.measures.given import ASSUMED
from boardtui.panels.subject import FlowNumber, Subject
from boardtui.review.day.compared import ComparedFigure

TAKEN = ASSUMED["management"]


def granted(about: Iterable[Subject]) -> str:
    """That all are taken as active, now or then, where the records do not say who is."""
    told = {_granted(one) for one in about}
    return next((words for words in (NOW, THEN) if words in told), "")


NOW = f"all are taken as {TAKEN}"
THEN = f"then {NOW}"


def _granted(subject: Subject) -> str:
    match subject:
        case ComparedFigure(figure=figure) if figure.assumed:
            return NOW
        case ComparedFigure() if subject.assumed:
            return THEN
        case FlowNumber(flow=flow) if Part.MOVED_TO_REACTIVE in flow.unknown:
            return NOW if not flow.why_unknown else ""
    return ""
