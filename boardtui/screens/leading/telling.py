"""What is told over a screen: a definition, the keys, the cards, what to bear in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardtui.screens.leading.boarded import Boarded

if TYPE_CHECKING:
    from boardtui.panels.subject import Subject


class Telling(Boarded):
    """An app that tells what is asked in sheets over the screen that asked."""

    def define(self, subject: Subject) -> None:
        """The definition, base and source of a figure."""
        from boardtui.screens.dialogs.defining import Defining

        self.open_over(lambda: Defining(self.review, subject))
