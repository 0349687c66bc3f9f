"""What changed month by month, from then to now, and the people behind each number of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.export.export import Export
from boardtui.panels.flow.chain_page import CRUMB, WORKING, chain_rows
from boardtui.panels.flow.chain_table import name_of
from boardtui.panels.flow.page import first_shown
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.panels.subject import FlowNumber
from boardtui.review.flow.chained import Chain, chained
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.chain_keys import CHAIN_KEYS
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading
from boardtui.screens.terminal.crash import told
from boardtui.store.held.snapshots import SnapshotKey, open_same


class Found(Struct, frozen=True):
    """A chain, and the board that it is of."""

    board: Board
    chain: Chain


OTHERWISE = "Counted under another definition than this board's: its people are not listed here."


class ChainScreen(BesideScreen):
    """One backlog from then to now, a row for each step from snapshot to snapshot."""

    BINDINGS: ClassVar[list[BindingType]] = CHAIN_KEYS
    name_of_page = "chain"
    named = "what changed month by month"
    crumb = CRUMB

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        """Take what is shown, and the card that was looked at on the board."""
        self._backlog = first_shown(board, card).backlog
        self._found: Found | None = None
        self._failed: str | None = None
        super().__init__(board, palette, notes)

    @property
    def card_name(self) -> str:
        """The card that a screen opened from here begins with."""
        return BACKLOGS[self._backlog].overdue_name

    def rows(self, board: Board, width: int, height: int) -> Rows:
        notes = (*self.notes, self._failed) if self._failed else self.notes
        return chain_rows(board, self._backlog, self._chain, width, height, notes)

    @property
    def _chain(self) -> Chain | None:
        return self._found.chain if self._found is not None else None

    @property
    def number(self) -> FlowNumber | None:
        """The current number of a step."""
        subject = self.view.subject
        return subject if isinstance(subject, FlowNumber) else None

    def foot(self) -> Iterator[tuple[str, str]]:
        yield "chain.back", "back"
        if self.number is not None:
            if self.view.board.review.cases_open:
                yield "chain.open", self.told("the people of this part", "people")
            yield "chain.other", next(name for name in BACKLOGS if name != self._backlog)
            yield "trend", self.told("over months", "months")
        yield "baseline", "other then"
        yield "chain.help", "keys"
        if self.number is not None:
            yield "chain.define", "define"
        yield "write", "write"

    # Reading it

    def on_full_view_laid_out(self) -> None:
        super().on_full_view_laid_out()
        self._read()

    def take(self, board: Board, notes: tuple[str, ...]) -> None:
        before = self.view.board
        super().take(board, notes)
        if _asked(before) != _asked(board):
            self._again()

    def _again(self) -> None:
        self._found = None
        self.view.renew()
        self._read()

    def _read(self) -> None:
        """Read it on a thread: a step that was not stored has to be worked out."""
        self._failed = None
        board = self.view.board
        if board.start.too_few is None:
            job = partial(_chained, leading(self).location, board, self._backlog)
            self.run_worker(job, thread=True, exclusive=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what was found, or that it could not be."""
        if event.state is WorkerState.ERROR:
            self._failed = f"It could not be read: {told(event.worker.error)}"
            self.view.renew()
        found = event.worker.result if event.state is WorkerState.SUCCESS else None
        if not isinstance(found, Found) or found.chain.backlog.name != self._backlog:
            return
        if _asked(found.board) == _asked(self.view.board):
            self._found = found
            self.view.renew()

    def awaited(self) -> str | None:
        waits = (
            self._found is None and self._failed is None and self.view.board.start.too_few is None
        )
        return WORKING[:1].lower() + WORKING[1:].rstrip("…") if waits else None

    # What it leads to

    def action_other(self) -> None:
        """To the other backlog."""
        self._backlog = next(name for name in BACKLOGS if name != self._backlog)
        self._again()

    def action_open(self) -> None:
        """The people behind a number, of its own step."""
        number, chain = self.number, self._chain
        if number is None or chain is None or number.which is None:
            return
        by_day = {snapshot.as_at: snapshot for snapshot in chain.snapshots}
        days: list[SnapshotKey] = [by_day[day] for day in (number.flow.start, number.flow.end)]
        if days[1].definition != self.view.board.review.definition:
            self.app.notify(OTHERWISE)
            return
        step = next((name_of(chain, link) for link in chain.links if link == number.flow), None)
        crumb = " › ".join(filter(None, (CRUMB, step, number.title)))
        leading(self).open_part(days[0], days[1], chain.backlog, number.which, (), crumb)

    def looked_at(self) -> dict[str, object]:
        return {**super().looked_at(), "backlog": self._backlog}

    def export(self) -> Export:
        """Each step's numbers as rows; as text a line for each step."""
        from boardtui.export.flow import HEADER
        from boardtui.export.flow_chain import chain_lines
        from boardtui.export.flow_chain import chain_rows as csv_rows

        chain = self._chain
        if chain is None:
            return super().export()
        force = self.view.board.review.selection.force
        rows = list(csv_rows(force, chain))
        return replace(
            super().export(),
            columns=HEADER,
            count=len(rows),
            rows=lambda: iter(rows),
            text=lambda: chain_lines(force, chain),
        )


def _asked(board: Board) -> tuple[object, ...]:
    """What a chain is of: which days, and under which definition the board is beside it."""
    return board.review.selection, board.start.snapshot, board.review.definition


def _chained(location: str, board: Board, backlog: str) -> Found:
    review, start = board.review, board.start.snapshot
    assert start is not None
    days = (start.as_at, review.selection.day)
    with closing(open_same(location, *review.selection.snapshots)) as database:
        force = review.selection.force
        found = chained(database, force, days, BACKLOGS[backlog], review.audience)
    return Found(board, found)
