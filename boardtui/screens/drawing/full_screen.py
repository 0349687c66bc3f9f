"""A screen that one widget fills: painted once for each change, however often Textual asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Self

from textual.geometry import Region, Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from boardtui.screens.terminal.crash import Watching


class FullView(Widget):
    """A widget that fills a screen."""

    class LaidOut(Message):
        """The widget has its place on the screen."""

    _drawn_for: Size | None = None

    def on_show(self) -> None:
        self.post_message(self.LaidOut())

    @property
    def size(self) -> Size:
        """The cells to draw: those of the screen, or of a picture that is being made of it."""
        return self._drawn_for or super().size

    @contextmanager
    def drawn_for(self, size: Size) -> Iterator[None]:
        """Draw for another size than the screen's; afterwards all is as it was."""
        kept = dict(vars(self))
        self._drawn_for = size
        try:
            yield
        finally:
            vars(self).clear()
            vars(self).update(kept)


class FullScreen(Watching, Screen[None]):
    """A screen whose one widget takes it all and knows what to paint.

    Textual asks for a whole painting each time a screen or a notice comes or goes, after one that
    the same event has brought already: over a slow line each key would be sent twice.
    """

    # The keys are the screen's own: focus on the one widget would only paint it once more.
    AUTO_FOCUS = ""

    ready = True
    """Whether there is something to see once the screen is laid out; else `paint` says when."""

    def __init__(self) -> None:
        super().__init__()
        self._held, self._holding = ExitStack(), False
        self._resumed, self._arriving = False, True

    def on_mount(self) -> None:
        """Hold back painting: Textual lays a new screen out three times, and paints it each."""
        self._held.enter_context(self.app.batch_update())
        self._holding = True

    def on_full_view_laid_out(self) -> None:
        if self.ready:
            self.paint()

    def paint(self) -> None:
        """Paint what has been held back; later calls do nothing."""
        if self._holding:
            self._holding = False
            self._held.close()
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        """As Textual's, but nothing is drawn while painting is held back: it would go nowhere."""
        if not self._holding:
            super()._compositor_refresh()

    def on_unmount(self) -> None:
        self._held.close()

    def awaited(self) -> str | None:
        """What is still being worked out of all that the screen shows, in words."""
        return None

    def awaited_in_sight(self) -> str | None:
        """What of that, or of the rows in sight, is not there yet; it is seen to that it comes."""
        return self.awaited()

    def action_back(self) -> None:
        """To the screen beneath; once, however many keys a line delivers together."""
        if self.is_current:
            self.app.pop_screen()

    def on_screen_resume(self) -> None:
        """Before Textual's own: the first time, laying out paints everything by itself."""
        self._arriving, self._resumed = not self._resumed, True
        self.call_next(self._arrive)

    def _arrive(self) -> None:
        self._arriving = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """As any widget's; but laying out paints what has moved, and no more than that."""
        if not self.is_mounted:
            return self
        repaint = repaint and not layout and not self._arriving
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
