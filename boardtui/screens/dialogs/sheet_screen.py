"""A sheet over the screen that asked: what all of them have in common."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.events import Click, Resize
from textual.screen import Screen

from boardtui.panels.dialogs.sheet import Sheet
from boardtui.panels.text import Line
from boardtui.screens.dialogs.beneath import Beneath
from boardtui.screens.dialogs.dismissal import DismissedOnce
from boardtui.screens.dialogs.placing import Placing, placed
from boardtui.screens.dialogs.sheet_view import SheetView
from boardtui.screens.drawing.full_screen import FullView, PaintedOnce
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.keys import caps_line, shown_keys
from boardtui.screens.keys.ways import leading

T = TypeVar("T")


class SheetScreen(PaintedOnce[T], DismissedOnce[T]):
    """A sheet, drawn once when it opens and once when it is left, with the screen beneath dimmed.

    `explains` is whether it is about what is current beneath, which then stays lit; `dims` is
    whether anything is dimmed at all. `placing` says where it lies.
    """

    explains = False
    dims = True
    placing: Placing = staticmethod(placed)

    view: SheetView

    _to_renew = False

    @abstractmethod
    def sheet(self, width: int) -> Sheet:
        """What it says, for a width of text."""

    def compose(self) -> ComposeResult:
        view = self.view_beneath
        colourless = self.app.no_color
        beneath = Beneath(view, explained=self.explains, dims=self.dims, colourless=colourless)
        palette = leading(self).palette
        self.view = SheetView(self.sheet, self.keys, palette, beneath, self.placing)
        self.view.lay_out(self.app.size)
        yield self.view

    @property
    def beneath(self) -> Screen[Any] | None:
        """The screen that asked."""
        stack = self.app.screen_stack
        place = stack.index(self) if self in stack else len(stack)
        return stack[place - 1] if place else None

    @property
    def view_beneath(self) -> FullView | None:
        """What fills the screen that asked."""
        under = self.beneath
        return next(iter(under.query(FullView)), None) if under is not None else None

    def on_mount(self) -> None:
        """Draw anew what lies beneath whenever that looks otherwise."""
        if (view := self.view_beneath) is not None:
            view.seen_through = self._seen_otherwise

    def on_unmount(self) -> None:
        if (view := self.view_beneath) is not None:
            view.seen_through = None

    def _seen_otherwise(self) -> None:
        if not self._to_renew:
            self._to_renew = True
            self.call_later(self.renew_beneath)

    def keys(self, width: int) -> Line:
        """The line of keys at its foot."""
        return caps_line(shown_keys(self), width)

    def on_resize(self, event: Resize) -> None:
        """The screen beneath would be laid out anew only once it is seen again."""
        under, view = self.beneath, self.view_beneath
        if under is not None and view is not None and view.size != event.size:
            under.post_message(Resize(event.size, event.size))
            under.call_later(self.renew_beneath)

    def renew_beneath(self) -> None:
        """Show what has changed on the screen beneath."""
        self._to_renew = False
        if self.is_attached and self.view.size:
            self.view.renew(beneath=True)

    def dress(self, palette: Palette) -> None:
        self.view.dress(palette)

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """A click beside the sheet leaves it."""
        if event.line is None:
            self.leave()

    def leave(self) -> None:
        """Leave the sheet as by its key that leads back."""
        self.dismiss(None)

    async def on_click(self, event: Click) -> None:
        """A click on a key at the foot of the sheet does what the key does."""
        place = self.view.place
        if self.is_current and place.contains(event.x, event.y) and event.y == place.bottom - 1:
            await self.click_key(self.view.render_line(event.y), event.x)
