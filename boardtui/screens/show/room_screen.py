"""What slides and answers have in common: a message in the whole screen, before a room."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from textual.app import ComposeResult

from boardtui.decks.stage import Stage
from boardtui.panels.panel import Board
from boardtui.panels.slides.drawn import Drawn
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.panels.subject import Subject
from boardtui.panels.text import Line
from boardtui.review.day.review import Review
from boardtui.screens.drawing.full_screen import FullScreen, PaintedOnce
from boardtui.screens.drawing.lines_view import LinesView
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading
from boardtui.screens.show.kept import Kept, board_of, drawn_or_told

NOTHING = "There is no figure on this slide."


@runtime_checkable
class Presenter(Protocol):
    """An app that shows slides."""

    def stage(self) -> Stage:
        """What slides are of by now."""
        ...

    def shown_otherwise(self) -> None:
        """Something else is before the room: whoever follows is told."""
        ...

    def opened(self) -> None:
        """The first of it can be painted."""
        ...

    def show_ended(self) -> None:
        """The slides are gone: whoever followed is taken leave of."""
        ...

    def leave_show(self) -> None:
        """Leave the show for the board; where none stands behind it, ask whether to end."""
        ...


def presenter(screen: RoomScreen) -> Presenter:
    """The app of a slide."""
    app = screen.app
    assert isinstance(app, Presenter)
    return app


class RoomScreen(FullScreen, PaintedOnce[None]):
    """A slide, at one of its steps."""

    def __init__(self, stage: Stage, slide: Slide, palette: Palette) -> None:
        super().__init__()
        self.stage, self.slide = stage, slide
        self.step = 0
        self._drawn: Kept | None = None
        self.view = LinesView(self.lines, palette)

    @property
    def board(self) -> Board:
        """What the slide is of: of another baseline, where it names one."""
        return board_of(self.slide, self.stage)

    def compose(self) -> ComposeResult:
        yield self.view

    def drawn(self, width: int, height: int) -> Drawn:
        """The slide for a window, at the step that it has come to; drawn once for all who ask."""
        board, window = self.board, (width, height)
        kept = self._drawn
        if kept is None or not kept.is_of(self.slide, board, window, self.step):
            found = drawn_or_told(self.slide, board, window, self.step)
            self.step = found.step
            kept = self._drawn = Kept(self.slide, board, window, found)
        return kept.drawn

    @abstractmethod
    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What stands on the screen."""

    def said(self) -> Drawn:
        """The slide as it is drawn, and what it says."""
        width, height = self.view.size or self.app.size
        return self.drawn(width, height)

    def show_step(self, slide: Slide, step: int) -> None:
        """Show a slide at one of its steps; what was told in passing is told no more."""
        self.app.clear_notifications()
        self.slide, self.step = slide, step
        self.view.renew()
        presenter(self).shown_otherwise()

    def renew(self, review: Review) -> None:
        """More is known of the board, or another figure stands on it."""
        self.stage = presenter(self).stage()
        self.view.renew()
        presenter(self).shown_otherwise()

    def dress(self, palette: Palette) -> None:
        self.view.dress(palette)

    def on_screen_resume(self) -> None:
        presenter(self).shown_otherwise()

    def action_blank(self, colour: str) -> None:
        from boardtui.screens.show.blank_screen import BlankScreen

        if self.is_current:
            self.app.clear_notifications()
            self.app.push_screen(BlankScreen(colour))
            presenter(self).shown_otherwise()

    def action_define(self) -> None:
        subject = self._subject()
        if subject is None:
            self.notify(NOTHING)
        else:
            leading(self).define(subject)

    def _subject(self) -> Subject | None:
        """The first of the figures that the slide is of."""
        try:
            message = KINDS[self.slide.kind].message(self.slide, self.board)
        except NotToldError:
            return None
        return next(iter(message.about), None)
