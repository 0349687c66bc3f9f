"""The way to a figure over months, from any screen that shows one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from boardtui.screens.drawing.full_screen import FullScreen
from boardtui.screens.leading.opening import Opening

if TYPE_CHECKING:
    from boardtui.review.find import ActionTarget
    from boardtui.screens.keys.ways import OverMonths

NONE_HERE = "There is no figure here to be told over months."


class Trending(Opening):
    """An app that tells figures over months."""

    def action_trend(self) -> None:
        """The current figure of the screen over months."""
        here = self.screen
        if isinstance(here, ModalScreen) or not isinstance(here, FullScreen):
            return
        found = here.over_months()
        if found is None:
            self.notify(NONE_HERE)
        else:
            self._open_trend(found)

    def action_trend_of(self, name: str) -> None:
        """A measure, or a number of a flow, over months."""
        self._open_trend((name, ()))

    def _open_trend(self, what: OverMonths) -> None:
        from boardtui.screens.trend.trend_screen import TrendScreen

        name, slices = what
        made = partial(TrendScreen, self.review, name, slices, self.palette)
        here = self.screen
        if isinstance(here, TrendScreen) and here.over_months() == what:
            return
        self.open_over(made)


def trends_of() -> Iterator[ActionTarget]:
    """The figures over months, and what changed in each, to be found by name."""
    from boardtui.review.find import ActionTarget
    from boardtui.review.trend.asked import offered

    words = "From then to now, a row for each month"
    yield ActionTarget("What changed month by month", words, "app.page('chain')")

    for asked in offered():
        title = asked.title[:1].lower() + asked.title[1:]
        action = f"app.trend_of('{asked.name}')"
        yield ActionTarget(f"Trend of {title}", "Month by month, with what may be said", action)
