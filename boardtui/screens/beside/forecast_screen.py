"""The months ahead: a backlog's forecast, what if, and how such forecasts did before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from boardtui.core.forecast.back_test import Tested
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.export.export import Export
from boardtui.panels.forecast.page import CRUMB, TESTING, WORKING, forecast_rows
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows
from boardtui.review.day.review import Review
from boardtui.review.forecast.asked import Asked
from boardtui.review.forecast.forecast import Forecast, forecast
from boardtui.screens.beside.beside_screen import BesideScreen
from boardtui.screens.beside.forecast_keys import FORECAST_KEYS
from boardtui.screens.drawing.palette import Palette
from boardtui.screens.keys.ways import leading
from boardtui.screens.terminal.crash import told
from boardtui.store.held.snapshots import open_same

MORE_TRIED, MORE_SEEN = 0.1, 0.05
"""By how much a key changes the visits tried a month, and the share that finds somebody in."""

FORECAST, BACK_TEST = "forecast", "back-test"


class Found(Struct, frozen=True):
    """A forecast, and the board that it is of."""

    board: Board
    forecast: Forecast


class Judged(Struct, frozen=True):
    """How such forecasts did, of a backlog on a board."""

    board: Board
    backlog: str
    tested: Sequence[Tested]


class ForecastScreen(BesideScreen):
    """One backlog in the months ahead, with all that the forecast takes for granted."""

    BINDINGS: ClassVar[list[BindingType]] = FORECAST_KEYS
    name_of_page = "forecast"
    named = "months ahead"
    crumb = CRUMB

    def __init__(
        self, board: Board, palette: Palette, notes: tuple[str, ...], card: str | None = None
    ) -> None:
        """Take what is shown, and the card that was looked at on the board."""
        names = (n for n, each in BACKLOGS.items() if card and card.startswith(each.overdue_name))
        self._asked = Asked(next(names, "visits"))
        self._found: Found | None = None
        self._judged: Judged | None = None
        self._failed: str | None = None
        super().__init__(board, palette, notes)

    @property
    def card_name(self) -> str:
        """The card that a screen opened from here begins with."""
        return BACKLOGS[self._asked.backlog].overdue_name

    def rows(self, board: Board, width: int, height: int) -> Rows:
        notes = (*self.notes, self._failed) if self._failed else self.notes
        found, judged = self._forecast, self._judged
        tested = judged.tested if judged is not None else None
        return forecast_rows(board, found, tested, width, height, notes)

    @property
    def _forecast(self) -> Forecast | None:
        return self._found.forecast if self._found is not None else None

    def foot(self) -> Iterator[tuple[str, str]]:
        yield "forecast.back", "back"
        yield "forecast.other", "assessments" if self._asked.backlog == "visits" else "visits"
        found = self._forecast
        if found is not None and found.outcome is not None:
            yield "forecast.more", self.told("more tried", "more")
            yield "forecast.fewer", "fewer"
            if BACKLOGS[self._asked.backlog].by_visits:
                yield "forecast.seen_more", self.told("more found in", "in")
            if self._is_what_if:
                yield "forecast.as_before", "as before"
            yield "forecast.define", self.told("taken for granted", "why")
        yield "forecast.help", "keys"
        yield "write", "write"

    @property
    def _is_what_if(self) -> bool:
        return self._asked.tried is not None or self._asked.seen is not None

    # Working it out

    def on_full_view_laid_out(self) -> None:
        super().on_full_view_laid_out()
        self._work()

    def take(self, board: Board, notes: tuple[str, ...]) -> None:
        before = self.view.board.review
        if (before.selection, before.definition) != (
            board.review.selection,
            board.review.definition,
        ):
            self._found = self._judged = None
            super().take(board, notes)
            self._work()
        else:
            super().take(board, notes)

    def _work(self) -> None:
        """Work out what is asked, and then how such forecasts did, each on a thread of its own."""
        self._failed = None
        self.workers.cancel_group(self, "ahead")
        of = (leading(self).location, self.view.board, self._asked)
        self._in_thread(FORECAST, partial(_forecast, *of))
        if self._judged is None or self._judged.backlog != self._asked.backlog:
            self._judged = None
            self._in_thread(BACK_TEST, partial(_back_test, *of))

    def _in_thread(self, name: str, job: partial[Found] | partial[Judged]) -> None:
        self.run_worker(job, name, thread=True, group="ahead", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show what was found, or that it could not be."""
        if event.state is WorkerState.ERROR:
            self._failed = f"The months ahead could not be worked out: {told(event.worker.error)}"
            self.view.renew()
        if event.state is not WorkerState.SUCCESS:
            return
        match event.worker.result:
            case Found() as found if self._is_meant(found.board, found.forecast.asked):
                self._found = found
            case Judged() as judged if judged.backlog == self._asked.backlog:
                self._judged = judged
        self.view.renew()

    def _is_meant(self, board: Board, asked: Asked) -> bool:
        same = board.review.selection == self.view.board.review.selection
        return same and asked == self._asked

    def awaited(self) -> str | None:
        if self._failed:
            return None
        found = self._forecast
        if found is None or found.asked != self._asked:
            return WORKING[:1].lower() + WORKING[1:].rstrip("…")
        if found.outcome is not None and self._judged is None:
            return TESTING[:1].lower() + TESTING[1:].rstrip("…")
        return None

    # What if

    def action_other(self) -> None:
        """The other backlog, as in the months before."""
        other = next(name for name in BACKLOGS if name != self._asked.backlog)
        self._found = self._judged = None
        self._ask(Asked(other))

    def action_tried(self, by: int) -> None:
        """A tenth more tried a month, or fewer."""
        found = self._forecast
        if found is not None and found.outcome is not None:
            now = self._asked.tried if self._asked.tried is not None else round(found.tried)
            change = max(1, round(now * MORE_TRIED))
            self._ask(replace(self._asked, tried=max(0, now + by * change)))

    def action_seen(self, by: int) -> None:
        """Five in a hundred more found in, or fewer."""
        found = self._forecast
        if found is not None and found.outcome is not None:
            now = self._asked.seen if self._asked.seen is not None else found.seen
            self._ask(replace(self._asked, seen=min(1.0, max(0.0, now + by * MORE_SEEN))))

    def action_as_before(self) -> None:
        if self._is_what_if:
            self._ask(Asked(self._asked.backlog))

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self.view.renew()
        self._work()

    # All of it

    def action_define(self) -> None:
        """All that the forecast takes for granted, on a sheet."""
        from boardtui.screens.dialogs.reading import Reading

        found = self._forecast
        if found is not None and found.outcome is not None:
            rows = [(one.source, one.words) for one in found.assumptions]
            self.app.push_screen(Reading("What is taken for granted", rows))

    def action_end(self, by: int) -> None:
        """To the first line, or the last."""
        self.view.page(by * len(self.view.whole_text()))

    def looked_at(self) -> dict[str, object]:
        return {**super().looked_at(), "backlog": self._asked.backlog}

    def export(self) -> Export:
        """The months as rows; as text all of it, with every assumption."""
        from boardtui.export.forecast import HEADER, csv_rows, text_lines

        found = self._forecast
        assert found is not None
        tested = self._judged.tested if self._judged is not None else None
        rows = list(csv_rows(found))
        return replace(
            super().export(),
            columns=HEADER,
            count=len(rows),
            rows=lambda: iter(rows),
            text=lambda: text_lines(found, tested),
        )


def _forecast(location: str, board: Board, asked: Asked) -> Found:
    review = board.review
    with closing(open_same(location, *review.selection.snapshots)) as database:
        found = forecast(database, review.selection, review.definition, review.audience, asked)
    return Found(board, found)


def _back_test(location: str, board: Board, asked: Asked) -> Judged:
    from boardtui.review.forecast.back_tested import back_test

    review: Review = board.review
    plain = Asked(asked.backlog)
    with closing(open_same(location, *review.selection.snapshots)) as database:
        tested = back_test(database, review.selection, review.definition, review.audience, plain)
    return Judged(board, asked.backlog, tested)
