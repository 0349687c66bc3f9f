"""What is written down of a board that is gone through, and what is closed where that fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from boardtui.access.access import Access
from boardtui.access.log import Lines
from boardtui.review.day.catalogue import Catalogue
from boardtui.screens.board.board_screen import BoardScreen
from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.cases.case_screen import CaseScreen
from boardtui.screens.show.show_screen import ShowScreen
from tests.screens.drilling import app, cases, shows, typed
from tests.screens.driving import opened, press, settle

OF_EVERY_ENTRY = {"version", "at", "session", "user", "database", "seal", "force", "day"}


def begin(pilot: Pilot[None], log: Path, *, finds: bool = False) -> None:
    access = Access(Lines(log), {"user": "jane"}, "demo.db", finds=finds)
    review = app(pilot).review
    app(pilot).write_down(access, review.selection, review.database)


def entries(log: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in log.read_text("ascii").splitlines()]
    return [{k: v for k, v in each.items() if k not in OF_EVERY_ENTRY} for each in found]


async def test_what_is_opened_found_copied_and_written_is_an_entry_each(
    demo_database: Path, tmp_path: Path
) -> None:
    log, table = tmp_path / "access.log", tmp_path / "table.csv"
    async with opened(demo_database) as pilot:
        begin(pilot, log)
        await press(pilot, "1", "tab", "enter")
        first = cases(pilot).rows.at(0)
        assert first is not None
        await press(pilot, "enter", "y", "w", "ctrl+u")
        await typed(pilot, str(table))
        await press(pilot, "enter", "escape", "escape", "escape", "c", "escape", "slash")
        await typed(pilot, "high north")
        await press(pilot, "escape", "V", "escape")
        told = [(e["event"], e.get("screen")) for e in entries(log)]
        assert told == [
            ("opened", None),
            ("screen", "breakdown"),
            ("screen", "breakdown"),
            ("screen", "list of cases"),
            ("screen", "case"),
            ("copied", "case"),
            ("written", "case"),
            ("screen", "then and now"),
            ("find", None),
            ("screen", "seals"),
        ]
        by_screen = {e.get("screen"): e for e in entries(log) if e["event"] == "screen"}
        assert by_screen["case"]["case"] == first.case_ref
        assert by_screen["list of cases"]["list"] == "overdue_visits"
        (where,) = by_screen["list of cases"]["where"]
        assert where.startswith(f"{by_screen['breakdown']['by'][0]}=")
        written, found = entries(log)[-4], entries(log)[-2]
        assert written["file"] == str(table)
        assert table.exists()
        assert found["words"] is None
        first_line, *_, whole = map(json.loads, log.read_text("ascii").splitlines())
        assert (whole["force"], whole["day"]) == ("Exampleshire", "2024-01-17")
        assert whole["seal"] == first_line["seal"] == app(pilot).review.seal is not None


async def test_words_are_written_where_that_is_asked_for_and_a_day_is_as_it_changes(
    demo_database: Path, tmp_path: Path
) -> None:
    log = tmp_path / "access.log"
    async with opened(demo_database) as pilot:
        begin(pilot, log, finds=True)
        await press(pilot, "slash")
        await typed(pilot, "EX-00016")
        await press(pilot, "enter")
        essex = next(
            each
            for each in Catalogue(app(pilot).board.database).openable()
            if each.force.name == "Essex"
        )
        app(pilot).open_day("Essex", essex.as_at)
        await settle(pilot)
        await press(pilot, "y")
    told = entries(log)
    assert told[1] == {"event": "find", "words": "EX-00016", "among": "everything"}
    assert told[2]["screen"] == "case"
    days = [json.loads(line) for line in log.read_text("ascii").splitlines()]
    assert (days[3]["event"], days[3]["force"]) == ("day", "Essex")
    assert (days[4]["event"], days[4]["force"]) == ("copied", "Essex")


async def test_words_that_a_list_is_filtered_by_are_an_entry_however_they_are_left(
    demo_database: Path, tmp_path: Path
) -> None:
    log = tmp_path / "access.log"
    async with opened(demo_database) as pilot:
        begin(pilot, log, finds=True)
        for words, *keys in (
            ("north", "enter"),
            ("taken back", "escape"),
            ("rubbed out", "ctrl+u", "enter"),
            ("left for find", "ctrl+p"),
            ("found nothing", "ctrl+u", "escape"),
        ):
            await press(pilot, *(() if words == "found nothing" else ("1", "slash")))
            await typed(pilot, words)
            await press(pilot, *keys)
            if "ctrl+p" not in keys:
                await press(pilot, "escape", "escape")
        await press(pilot, "1", "enter", "slash")
        await typed(pilot, "of a list")
    told = [(e["words"], e["among"]) for e in entries(log) if e["event"] == "find"]
    assert told == [
        ("north", "breakdown"),
        ("taken back", "breakdown"),
        ("rubbed out", "breakdown"),
        ("left for find", "breakdown"),
        ("found nothing", "everything"),
        ("of a list", "list of cases"),
    ]


async def test_where_it_cannot_be_written_any_more_what_is_open_is_closed(
    demo_database: Path, tmp_path: Path
) -> None:
    log, table = tmp_path / "access.log", tmp_path / "table.csv"
    async with opened(demo_database) as pilot:
        begin(pilot, log)
        await press(pilot, "1", "enter")
        log.unlink()
        log.mkdir()
        await press(pilot, "enter")
        assert shows(pilot, BoardScreen)
        told = [note.message for note in pilot.app._notifications]
        assert any("cannot be written: is a directory" in message for message in told)
        await press(pilot, "1")
        assert shows(pilot, BoardScreen)
        await press(pilot, "w", "ctrl+u")
        await typed(pilot, str(table))
        await press(pilot, "enter")
        assert not table.exists()
        log.rmdir()
        await press(pilot, "escape", "escape", "1")
        assert shows(pilot, BreakdownScreen)
        await press(pilot, "enter", "enter")
        assert shows(pilot, CaseScreen)
    assert [e["event"] for e in entries(log)] == ["screen", "screen", "screen"]


async def test_in_a_show_the_room_sees_no_board_where_it_cannot_be_written(
    demo_database: Path, tmp_path: Path
) -> None:
    log = tmp_path / "access.log"
    async with opened(demo_database) as pilot:
        begin(pilot, log)
        await press(pilot, "f5", "slash")
        await typed(pilot, "overdue visits")
        log.unlink()
        log.mkdir()
        await press(pilot, "enter")
        assert shows(pilot, ShowScreen)
