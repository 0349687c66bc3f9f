"""What a place on the board shows, and can be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from boardtui.core.criterion.dimension import WHOLE, Slices
from boardtui.core.flow.counts import Flow
from boardtui.core.words.wording import count_text
from boardtui.review.day.compared import ComparedFigure

if TYPE_CHECKING:
    from boardtui.core.flow.slices import FlowBySlice
    from boardtui.review.cases.part_asked import Side, Which


HIDDEN_HERE = "hidden"
"""What is said of a number in place of a bar, where its mark stands for it."""


class FlowNumber(Struct, frozen=True):
    """One number of a flow: its name, what it counts, and how many people; None is not known.

    `which` and `slices` say whose cases stand behind it, and `counted` on which day those who
    stayed are meant; without `which` no one list holds them. `absent` is what is said in place of a
    number that is not there: "not known: no visits file", "not there then", "hidden".
    """

    flow: Flow | FlowBySlice
    title: str
    definition: str
    people: int | None
    which: Which | None = None
    slices: Slices = WHOLE
    counted: Side | None = None
    absent: str = ""

    @property
    def hidden(self) -> bool:
        """Whether the number is hidden from who is shown it."""
        return self.people is None and self.absent == HIDDEN_HERE

    @property
    def text(self) -> str:
        """The number, its mark where it is hidden, or that it is not known."""
        return count_text(self.people, hidden=self.hidden)

    def __hash__(self) -> int:
        # A flow's counts have none.
        return hash((self.flow.backlog, self.title, self.slices, self.which, self.counted))


Subject = ComparedFigure | FlowNumber
