"""A screen that one widget fills: painted once for each change, however often Textual asks."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Self, TypeVar

from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from boardtui.panels.text import Role
from boardtui.screens.keys.ways import OverMonths, leading, palette_of
from boardtui.screens.terminal.crash import Watching

T = TypeVar("T")

MOST_HELD = 2.0
"""Seconds for which painting is held back at most."""


class FullView(Widget, inherit_css=False):
    """A widget that fills a screen."""

    DEFAULT_CSS = "FullView { width: 100%; height: 100%; background: transparent; }"

    class LaidOut(Message):
        """The widget has its place on the screen."""

    _drawn_for: Size | None = None

    seen_through: Callable[[], None] | None = None
    """What is told that it looks otherwise: a sheet that lies over it, and draws it too."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        if self.seen_through is not None:
            self.seen_through()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_show(self) -> None:
        self.post_message(self.LaidOut())

    def lit(self) -> tuple[Region, ...]:
        """Where the current figure stands, which a sheet that explains it leaves as it is.

        The whole of its card or row, then what of it is to be seen at the least; nothing where it
        stands in no one place.
        """
        return ()

    def marked(self) -> Offset | None:
        """Where what is current begins: the terminal's own cursor is put there.

        Screen readers, magnifiers and braille lines follow it. None where nothing is current.
        """
        return None

    def tells_keys(self, y: int) -> bool:
        """Whether a row shows keys with what they do: the last one does."""
        return y == self.size.height - 1

    def text(self) -> str:
        """What is on the screen, as plain text."""
        rows = [self.render_line(y).text.rstrip() for y in range(self.size.height)]
        return "\n".join(rows) + "\n"

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
            self.laid_out_again()

    def laid_out_again(self) -> None:
        """Have what the screen knows of its rows be of its own size again."""


class PaintedOnce(Watching, Screen[T], inherit_css=False):
    """A screen of which one widget takes all the room and knows what to paint.

    Textual asks for a whole painting each time a screen or a notice comes or goes, after one that
    the same event has brought already: over a slow line each key would be sent twice.
    """

    # The keys are the screen's own: focus on the one widget would only paint it once more.
    AUTO_FOCUS = ""

    def why_not(self, name: str) -> str | None:
        """Why the key of a binding's id does nothing here and now; None where it does."""
        return None

    def word_of(self, name: str) -> str | None:
        """What the key of a binding's id does here and now, in a word; None for its own."""
        return None

    ready = True
    """Whether there is something to see once the screen is laid out; else `paint` says when."""

    def __init__(self) -> None:
        super().__init__()
        self._held, self._holding = ExitStack(), False
        self._laid_out = False
        self._resumed, self._arriving = False, True

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """No tooltips, and no notices before there are any: each is laid out at every launch."""

    def on_mount(self) -> None:
        """Hold back painting: Textual lays a new screen out three times, and paints it each."""
        self._held.enter_context(self.app.batch_update())
        self._holding = True
        # A window of no size lays nothing out: what comes after it is painted all the same.
        get_running_loop().call_later(MOST_HELD, self._hold_no_longer)

    def _hold_no_longer(self) -> None:
        if self.is_attached and self.app.is_running and self.size:
            self._laid_out = True
            self.paint()

    @property
    def laid_out(self) -> bool:
        """Whether what it shows has its place."""
        return self._laid_out

    def on_full_view_laid_out(self) -> None:
        self._laid_out = True
        if self.ready:
            self.paint()

    def get_ready(self) -> None:
        """There is something to see: paint it, once the screen is laid out."""
        self.ready = True
        if self._laid_out:
            self.paint()

    def get_ready_within(self, seconds: float) -> None:
        """Wait no longer than that for what there is to see."""
        # The loop's own: while painting is held back no timer of Textual's fires.
        get_running_loop().call_later(seconds, self.get_ready)

    def paint(self) -> None:
        """Paint what has been held back; later calls do nothing."""
        if self._holding:
            self._holding = False
            self._held.close()
            # A screen that came over this one meanwhile was laid out, and could not be painted.
            upper = self.app.screen
            if isinstance(upper, PaintedOnce) and upper._laid_out:
                upper.paint_all()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing: the one widget covers all of it, and blanks would be drawn line by line."""
        return [Strip.blank(crop.width)] * crop.height

    def marked(self) -> Offset | None:
        """Where what is current on it begins."""
        view = next((child for child in self.children if isinstance(child, FullView)), None)
        return view.marked() if view is not None else None

    def paint_all(self) -> None:
        """Paint all of it at once, unless that is held back."""
        # What was asked for in the meantime is in this painting, and not for the next one.
        self._compositor.update_widgets(set(self.children))
        self._compositor._dirty_regions.add(self.size.region)
        self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        """As Textual's, but nothing is drawn while painting is held back: it would go nowhere."""
        if not self._holding:
            super()._compositor_refresh()

    def on_unmount(self) -> None:
        self._held.close()

    async def click_key(self, strip: Strip, x: int) -> None:
        """Do what the key does whose cap, or words, stand in a cell of a line of keys."""
        from boardtui.screens.drawing.caps import cap_at
        from boardtui.screens.keys.keys import bindings_in_force, keys_in_force

        cap = cap_at(strip, x, palette_of(self).styles()[Role.KEY])
        keys = keys_in_force(self)
        for binding in bindings_in_force(self):
            if cap is not None and cap in keys[str(binding.id)]:
                await self.run_action(binding.action)
                return

    def awaited(self) -> str | None:
        """What is still being worked out of all that the screen shows, in words."""
        return None

    def awaited_in_sight(self) -> str | None:
        """What of that, or of the rows in sight, is not there yet; it is seen to that it comes."""
        return self.awaited()

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


if TYPE_CHECKING:
    _Painted = PaintedOnce[None]
else:
    # Mixed into one that is painted: a class of Textual's takes long to make at each launch.
    _Painted = object


class FullScreen(_Painted):
    """A screen of its own, and not one over another."""

    named = "this screen"
    """What it is called, in the head of its keys and in the names of files."""

    def over_months(self) -> OverMonths | None:
        """What of its current figure is told over months; None where it has none."""
        return None

    def looked_at(self) -> dict[str, object]:
        """What an access log says of it."""
        return {"screen": self.named}

    def action_help(self) -> None:
        """The keys of the screen, with what each does here and now."""
        leading(self).tell_keys(self, self.named)

    async def on_click(self, event: Click) -> None:
        """A click on a key that is shown does what the key does."""
        view = next(iter(self.query(FullView)), None)
        if view is not None and self.is_current and view.tells_keys(event.y):
            await self.click_key(view.render_line(event.y), event.x)

    def action_back(self) -> None:
        """To the screen beneath; once, however many keys a line delivers together."""
        if self.is_current:
            self.app.pop_screen()
