"""The slides of a show: one at a time, with where one is in the heading."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from boardtui.decks.stage import Stage
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.panels.text import Line
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading, palette_of
from boardtui.screens.show.answers import WHOLE_STEP, Answered, why_not
from boardtui.screens.show.kept import LOST, sentence_of
from boardtui.screens.show.room_screen import RoomScreen, presenter
from boardtui.screens.show.show_keys import SHOW_KEYS

MOST_DIGITS = 9
"""Digits of a slide's number that can be typed."""

LOOK = 1.0
"""Seconds between two looks at the clock, while the minutes are shown: most send nothing."""


class ShowScreen(RoomScreen):
    """The slides of a deck, in order."""

    BINDINGS: ClassVar[list[BindingType]] = SHOW_KEYS
    named = "show"

    def __init__(self, stage: Stage, slides: Sequence[Slide], palette: Palette) -> None:
        """Take what the slides are of; there is one at the least."""
        super().__init__(stage, slides[0], palette)
        self.slides = tuple(slides)
        self.place = 0
        """The slide that is shown, from 0."""
        self.began = time.monotonic()
        self._typed = ""
        self._minutes_shown = False

    # What is shown

    def lines(self, width: int, height: int) -> Sequence[Line]:
        return self.drawn(width, height).page(*self._places())

    def _places(self) -> list[str]:
        """Where one is, in ever fewer words."""
        number = f"{self.place + 1} of {len(self.slides)}"
        if self._typed:
            return [f"to slide {self._typed}: enter", f"to {self._typed}"]
        places = [f"slide {number}", number]
        if self._minutes_shown:
            minutes = f"{self.minutes} min"
            return [f"{minutes} · {place}" for place in places] + [minutes]
        return places

    @property
    def minutes(self) -> int:
        """Complete minutes since the show was begun."""
        return int(self.elapsed // 60)

    @property
    def elapsed(self) -> float:
        """Seconds since the show was begun."""
        return time.monotonic() - self.began

    def following(self) -> str:
        """What the next slide says; nothing after the last."""
        if self.place + 1 >= len(self.slides):
            return ""
        slide = self.slides[self.place + 1]
        return sentence_of(slide, self.stage, self.view.size or self.app.size)

    # From slide to slide

    def go_to(self, place: int, step: int = 0) -> None:
        """Show a slide by its place, from 0: at one of its steps, or whole."""
        self._typed = ""
        self.place = max(0, min(len(self.slides) - 1, place))
        self.show_step(self.slides[self.place], step)

    def action_next(self) -> None:
        """The next part of a slide that is told part by part; after the last, the next slide."""
        if self.step + 1 < self.said().steps:
            self.go_to(self.place, self.step + 1)
        elif self.place + 1 < len(self.slides):
            self.go_to(self.place + 1)
        else:
            self._take_back()

    def action_previous(self) -> None:
        """The part before; before the first, the slide before, all of it."""
        if self.step:
            self.go_to(self.place, self.step - 1)
        elif self.place:
            self.go_to(self.place - 1, WHOLE_STEP)
        else:
            self._take_back()

    def action_end(self, last: int) -> None:
        self.go_to(len(self.slides) - 1 if last else 0)

    def action_type(self, digit: int) -> None:
        if len(self._typed) < MOST_DIGITS:
            self._typed += str(digit)
            self.view.renew()

    def action_enter(self) -> None:
        """To the slide whose number was typed; where none was, on."""
        if not self._typed:
            self.action_next()
            return
        number = int(self._typed)
        if 1 <= number <= len(self.slides):
            self.go_to(number - 1)
        else:
            self._take_back()
            self.notify(f"There is no slide {number}: there are {len(self.slides)}.")

    def _take_back(self) -> None:
        """Forget what was typed."""
        if self._typed:
            self._typed = ""
            self.view.renew()

    def action_slides(self) -> None:
        """All slides in a list; the one that is taken is shown."""
        from boardtui.screens.show.overview import overview

        self._take_back()
        listed = overview(self.slides, self.stage, self.place, self.app.size)
        self.app.push_screen(listed, self._chosen)

    def _chosen(self, place: object) -> None:
        if isinstance(place, int):
            self.go_to(place)

    # Questions

    def answer(self, target: Answered, *, cases_open: bool) -> None:
        """Answer a question over the slide, to which esc comes back; one answer at a time."""
        from boardtui.screens.show.answer_screen import AnswerScreen

        try:
            palette = palette_of(self)
            made = AnswerScreen(self.stage, target, palette, self.place + 1, cases_open=cases_open)
        except NotToldError as why:
            self.notify(why_not(target, why, self.stage.board))
            return
        except LOST as error:
            self.notify(str(error))
            return
        if not leading(self).looked("screen", **made.looked_at()):
            return
        if isinstance(self.app.screen, AnswerScreen):
            self.app.switch_screen(made)
        else:
            self.app.push_screen(made)

    # Beside them

    def paint(self) -> None:
        # The app holds painting back too: it lets go first, or this painting would go nowhere.
        presenter(self).opened()
        super().paint()

    def on_unmount(self) -> None:
        presenter(self).show_ended()

    def action_minutes(self) -> None:
        """Show the minutes since the start in the heading, or no more."""
        self._minutes_shown = not self._minutes_shown
        self.view.renew()
        self.set_timer(LOOK, self._look)

    def _look(self) -> None:
        if self._minutes_shown:
            self.view.renew()
            self.set_timer(LOOK, self._look)

    def action_back(self) -> None:
        """Forget the number that was typed; else leave the show."""
        if self._typed:
            self._take_back()
        elif self.is_current:
            presenter(self).leave_show()
