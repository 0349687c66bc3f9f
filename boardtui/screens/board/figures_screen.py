"""A screen of figures, one of which is current: what can be asked of it, and how to move."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from boardtui.panels.panel import Board
from boardtui.panels.subject import Subject
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import Lettered, OverMonths, leading

if TYPE_CHECKING:
    from boardtui.export.export import Export
    from boardtui.screens.drawing.full_screen import FullScreen as _Screen
else:
    # Mixed into a full screen: a class of Textual's takes long to make at each launch.
    _Screen = object


class FiguresView(Lettered, Protocol):
    """What draws the figures of a screen, and knows which is current."""

    @property
    def board(self) -> Board: ...

    @property
    def subject(self) -> Subject | None: ...

    @property
    def spot_count(self) -> int: ...

    def subjects(self) -> Sequence[Subject]: ...

    def whole_text(self) -> str: ...

    def step(self, by: int) -> None: ...

    def dress(self, palette: Palette) -> None: ...


class FiguresScreen(_Screen):
    """Figures in a view of the whole screen: the board, and the pages beside it."""

    named = "board"

    needs: ClassVar[tuple[str, ...]] = ()
    """What has to be worked out for it besides what the board needs: "conclusions", "slices"."""

    @abstractmethod
    def figures_view(self) -> FiguresView:
        """What draws the figures."""

    def action_step(self, by: int) -> None:
        self.figures_view().step(by)

    def action_end(self, by: int) -> None:
        self.figures_view().step(by * self.figures_view().spot_count)

    def action_jump(self) -> None:
        leading(self).letter(self.figures_view())

    def action_define(self) -> None:
        """The definition, base and source of the current figure."""
        if (subject := self.figures_view().subject) is not None:
            leading(self).define(subject)

    def over_months(self) -> OverMonths | None:
        from boardtui.screens.keys.over_months import over_months

        return over_months(self.figures_view().subject)

    def dress(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.figures_view().dress(palette)

    def awaited(self) -> str | None:
        return leading(self).awaited_of(("figures", "flows", *self.needs))

    def export(self) -> Export:
        """All of it: as text, and its figures as rows."""
        from boardtui.export.board import COLUMNS, rows_of
        from boardtui.export.export import Export, about, file_name

        view = self.figures_view()
        board, subjects, text = view.board, view.subjects(), view.whole_text()
        selection = board.review.selection
        return Export(
            name=file_name(selection, self.named),
            about=about(selection, self.named.capitalize(), board.review.audience),
            columns=COLUMNS,
            count=len(subjects),
            rows=rows_of(board, subjects),
            text=lambda: iter(text.splitlines()),
        )
