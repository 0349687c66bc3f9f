"""What is told over a screen: a definition, the keys, the cards, what to bear in mind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from boardtui.screens.leading.boarded import Boarded

if TYPE_CHECKING:
    from textual.screen import Screen

    from boardtui.panels.subject import Subject
    from boardtui.screens.keys.ways import Lettered, Reasons


class Telling(Boarded):
    """An app that tells what is asked in sheets over the screen that asked."""

    def define(self, subject: Subject, reasons: Reasons | None = None) -> None:
        """The definition, base and source of a figure; `reasons` tell more about it."""
        from boardtui.screens.dialogs.defining import Defining

        self.open_over(lambda: Defining(self.review, subject, reasons))

    def tell_keys(self, screen: Screen[None], named: str) -> None:
        """The keys of a screen, in groups; `named` is what it is called."""
        from boardtui.screens.dialogs.helping import Helping
        from boardtui.screens.keys.help import groups_of
        from boardtui.screens.terminal.clipboard import on_its_way

        copies = self.why_not("copy") is None
        arrives = on_its_way(os.environ) if copies else ""
        notes = (self.review.audience.in_words, self.outlets.in_words, arrives)
        note = " ".join(filter(None, notes))
        self.open_over(lambda: Helping(named, groups_of(screen), note))

    def letter(self, view: Lettered) -> None:
        """A letter on each place of a view: the next key goes there."""
        from boardtui.screens.dialogs.jump import jump

        jump(self.screen, view)

    def action_warnings(self) -> None:
        """What is odd in the files of the day, and was stored all the same."""
        from boardtui.panels.warned import KEY, warnings_page
        from boardtui.screens.dialogs.reading import Reading

        self.leave_sheets()
        title, rows = warnings_page(self.review, self.board.notes())
        self.open_over(lambda: Reading(title, rows, key=KEY))

    def action_verify(self) -> None:
        """Check all that is stored against its seals; the heading then says what was found."""
        from functools import partial

        from boardtui.review.sealing import check_seals
        from boardtui.screens.dialogs.verifying import Verifying

        self.leave_sheets()
        selection, board = self.review.selection, self.board
        check = partial(check_seals, board.location, selection)
        if self.looked("screen", screen="seals"):
            self.open_over(lambda: Verifying(selection.force.name, check, board.checked))
