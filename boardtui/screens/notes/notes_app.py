"""The app of the notes: finds the show to follow, follows it, and waits where there is none."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from contextlib import aclosing
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from boardtui.core.words.wording import counted
from boardtui.link.folder import refused
from boardtui.link.listening import GoneError, Running, followed, running
from boardtui.link.said import Said
from boardtui.panels.speaker import HOW, NO_SHOW, Speaker
from boardtui.panels.text import chunk, quiet
from boardtui.screens.dialogs.choosing import Choice, Choosing
from boardtui.screens.drawing.drawn_app import ANYWHERE, DrawnApp
from boardtui.screens.keys.retired import still_there
from boardtui.screens.notes.notes_screen import NotesScreen
from boardtui.screens.terminal.far import escape_delay, takes_mouse
from boardtui.screens.terminal.in_turn import InTurn
from boardtui.screens.terminal.running import run_app
from boardtui.settings import Settings

LOOK = 1.0
"""Seconds from one look for shows, and at the clock, to the next: most looks send nothing."""


class NotesApp(DrawnApp, InTurn, App[None], inherit_css=False):
    """Notes that follow a show."""

    BINDINGS: ClassVar[list[BindingType]] = ANYWHERE

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, settings: Settings, database: str | None = None) -> None:
        """Take the database whose shows are followed, as shows name it; None for any."""
        super().__init__(settings.display.theme)
        self.own_keys = still_there(settings.display.keys)
        self.mouse = takes_mouse(settings.display.mouse, os.environ)
        self.escape_delay = escape_delay(settings.display.escape_delay, os.environ)
        self.set_keymap(dict(self.own_keys))
        self._database = database
        self._said: Said | None = None
        self._heard = 0.0
        self._chosen: Path | None = None
        self._followed: Path | None = None
        self._lost: tuple[Said, frozenset[Path]] | None = None
        """What the show that ended was, and the others that ran then: none takes its place."""
        self._waiting: tuple[str, ...] = ()
        self._asking = False

    def get_default_screen(self) -> NotesScreen:
        return NotesScreen(self._speaker(), self._palette)

    def on_mount(self) -> None:
        self.set_interval(LOOK, self._show)
        self._follow_from_here()

    def _follow_from_here(self) -> None:
        self.run_worker(self._follow(), group="follow", exclusive=True, exit_on_error=False)

    # What is shown

    def _speaker(self) -> Speaker:
        clock = datetime.now().astimezone().strftime("%H:%M")
        if self._said is None:
            return Speaker(clock, waiting=self._waiting)
        elapsed = self._said.elapsed + time.monotonic() - self._heard
        return Speaker(clock, self._said, int(elapsed // 60))

    def _show(self) -> None:
        # While the notes are being left the last of them may be gone already.
        screen = next(iter(self.screen_stack), None)
        if isinstance(screen, NotesScreen) and screen.is_attached:
            screen.take(self._speaker())

    # Following

    async def _follow(self) -> None:
        """Follow the show there is; after its end wait for the next, for as long as notes run."""
        while True:
            shows = await running(os.environ, self._database)
            show = self._next(shows)
            if show is None:
                await asyncio.sleep(LOOK)
                continue
            self._followed = show.path
            try:
                async with aclosing(followed(show.path)) as line:
                    async for said in line:
                        self._said, self._heard = said, time.monotonic()
                        self._show()
            except GoneError:
                pass
            if self._said is not None:
                others = await running(os.environ, self._database)
                self._lost = self._said, frozenset(other.path for other in others)
            self._said, self._followed, self._chosen = None, None, None

    def _next(self, shows: Sequence[Running]) -> Running | None:
        """The show to follow: the one that was chosen, the only one, or the next of the same."""
        chosen = [show for show in shows if show.path == self._chosen]
        if chosen:
            return chosen[0]
        if self._lost is None:
            candidates = list(shows)
        else:
            lost, others = self._lost
            candidates = [
                show for show in shows if show.said.show == lost.show and show.path not in others
            ]
        if len(candidates) == 1:
            return candidates[0]
        self._wait(shows)
        return None

    def _wait(self, shows: Sequence[Running]) -> None:
        """Say what is waited for; where several shows run, ask once which."""
        if self._lost is not None:
            self._waiting = ("The show has ended.", *_others(shows), HOW)
        elif shows:
            self._waiting = (f"{counted(len(shows), 'shows')} are running: o chooses one.",)
        else:
            self._waiting = (NO_SHOW, HOW, *refused(os.environ))
        self._show()
        if not self.screen_stack:
            return
        if len(shows) > 1 and self._lost is None and not self._asking:
            self._ask(shows)

    # Which one

    async def action_other(self) -> None:
        """Choose among the shows that run."""
        if not self._asking:
            shows = await running(os.environ, self._database)
            if shows:
                self._ask(shows)
            else:
                self.notify(NO_SHOW)

    def _ask(self, shows: Sequence[Running]) -> None:
        self._asking = True
        choices = [_choice(show) for show in shows]
        choosing = Choosing("Follow which show?", choices, self._followed, "o")
        self.push_screen(choosing, self._follow_chosen)

    def _follow_chosen(self, choice: object) -> None:
        self._asking = False
        if isinstance(choice, Path):
            self._chosen, self._lost, self._said = choice, None, None
            self._follow_from_here()


def _others(shows: Sequence[Running]) -> Sequence[str]:
    if not shows:
        return ()
    runs = "another show runs" if len(shows) == 1 else f"{len(shows)} other shows run"
    return (f"{runs[:1].upper()}{runs[1:]}: o chooses it.",)


def _choice(show: Running) -> Choice:
    said = show.said
    minutes = counted(int(said.elapsed // 60), "minutes")
    return Choice(
        (
            chunk(f"{said.force}, {said.day}"),
            chunk(quiet(f"slide {said.slide} of {said.slides}, begun {minutes} ago")),
            chunk(quiet(Path(said.database).name)),
        ),
        show.path,
    )


def open_notes(settings: Settings, database: str | None) -> int:
    """Open the notes and stay until they are left; the exit status.

    Raises:
        BaseException: what they failed by, once the terminal is as it was.
    """
    app = NotesApp(settings, database)
    return run_app(app, mouse=app.mouse)
