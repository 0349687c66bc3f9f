"""Every page beside the board, declared: what is read over several panels, a column wide."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.panels.compare.panels import COMPARED
from boardtui.panels.panel import ANY_WIDTH, Board, Panel


@dataclass(frozen=True, slots=True)
class Page:
    """A page of panels: its name, its title, and how narrow a panel may be beside another."""

    name: str
    title: str
    panels: tuple[Panel, ...]
    least: int = 76
    needs: tuple[str, ...] = ()
    """What is worked out for it when it is opened: "conclusions", "slices"."""

    def read(self, board: Board) -> None:
        """Have all read that the page shows of a board: to draw it then needs no database.

        Raises:
            DatabaseUnreadableError: the database has gone away.
        """
        for panel in self.panels:
            panel.lines(board, ANY_WIDTH)


def _called(title: str, board: Board) -> str:
    return title


COMPARE = Page("compare", "Then and now", COMPARED, least=120, needs=("conclusions",))

PAGES = {page.name: page for page in (COMPARE,)}
