"""The sheet that explains a figure, and in which another of those given can be chosen."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from boardtui.panels.dialogs.definition import definition_sheet
from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.explaining.explanation import explanation
from boardtui.panels.subject import Subject
from boardtui.review.day.choices import given
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review
from boardtui.screens.dialogs.reading import ReadSheet, reading_keys
from boardtui.screens.keys.ways import Reasons, leading

ONE = "Only one figure was given for this."


class Defining(ReadSheet):
    """What a figure is, with what it was, what was said too, and its sources."""

    explains = True

    BINDINGS: ClassVar[list[BindingType]] = reading_keys(
        *(
            Binding(
                key,
                f"choose({by})",
                "choose another",
                id=f"defining.{name}",
                tooltip=f"The {tooltip} of the figures given stands, on every screen",
            )
            for key, by, name, tooltip in (
                ("left", -1, "before", "one before"),
                ("right", 1, "next", "next"),
            )
        ),
        Binding("y", "copy", "copy", id="defining.copy", tooltip="Copy what is said here"),
        back="escape,q,enter,d",
    )

    def __init__(self, review: Review, subject: Subject, reasons: Reasons | None = None) -> None:
        """Take what is explained; `reasons` tell what the screen that asked knows of it.

        Raises:
            DatabaseUnreadableError: the database has gone away.
        """
        super().__init__()
        self._reasons = reasons
        self._take(review, subject)

    def _take(self, review: Review, subject: Subject) -> None:
        self._subject = subject
        told = explanation(review, subject)
        if self._reasons is not None and isinstance(subject, ComparedFigure):
            told = replace(told, facts=(*told.facts, *self._reasons(subject)))
        self._told = told
        figure = subject.figure if isinstance(subject, ComparedFigure) else None
        mine = isinstance(subject, ComparedFigure) and not subject.force
        self._given = given(review, figure) if figure and mine else []

    def sheet(self, width: int) -> Sheet:
        return definition_sheet(self._told, width)

    # Choosing among the figures given

    def why_not(self, name: str) -> str | None:
        choosing = name in ("defining.before", "defining.next")
        return ONE if choosing and len(self._given) < 2 else None

    def word_of(self, name: str) -> str | None:
        choosing = name in ("defining.before", "defining.next")
        return f"choose another of the {len(self._given)}" if choosing else None

    def action_choose(self, by: int) -> None:
        """Let the next of the figures given stand, or the one before, round and round."""
        assert isinstance(self._subject, ComparedFigure)
        here = self._given.index(self._subject.figure)
        leading(self).prefer(self._given[(here + by) % len(self._given)])

    def renew(self, review: Review) -> None:
        """Explain the figure that stands by now in place of the one before."""
        subject = self._subject
        if isinstance(subject, ComparedFigure):
            found = review.figures(subject.figure.measure, subject.figure.slices)
            mine = (one for one in found if one.figure in self._given)
            subject = next(mine, subject)
        self._take(review, subject)
        self.view.renew(beneath=True)

    def action_copy(self) -> None:
        leading(self).copy_text(self.view.sheet.text())
