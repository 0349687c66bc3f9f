"""Work off the screen's thread: other definitions, flows not stored, and when it fails."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from msgspec.structs import replace

from boardtui.core.criterion.definition import STANDARD
from boardtui.screens.board import working, working_screen
from boardtui.settings import Settings
from boardtui.store.connection.database import DatabaseUnreadableError
from tests.registers import Case, Force, Register, write
from tests.screens.driving import opened, screen_text, settle

GRACE = replace(Settings(), overdue=replace(Settings().overdue, grace_days=7))

THEN, NOW = date(2023, 12, 1), date(2024, 1, 17)


async def test_another_definition_says_so_recomputes_and_leaves_the_file(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let, threads = threading.Event(), set[int]()
    before = demo_database.read_bytes()
    restated = working.restated

    def held(*arguments: Any) -> working.Restated:
        threads.add(threading.get_ident())
        let.wait(timeout=20)
        return restated(*arguments)

    monkeypatch.setattr(working_screen, "restated", held)
    async with opened(demo_database, settings=GRACE, settled=False) as pilot:
        first = screen_text(pilot)
        assert "computing the figures again" in first
        assert "18.3% of 1,488" in first
        let.set()
        await settle(pilot)
        shown = screen_text(pilot)
    assert "computing the figures again" not in shown
    assert "computed again for this board" in shown
    assert "7 days" in shown
    assert "18.3% of 1,488" not in shown
    assert "of 1,488 actively managed" in shown
    assert threads
    assert threading.get_ident() not in threads
    assert demo_database.read_bytes() == before


def registers(path: Path, *, counted: bool) -> Path:
    late, due = date(2023, 11, 1), date(2024, 1, 1)
    then = Register(THEN, (Case("a", visit_due=late), Case("b", visit_due=due)))
    now = Register(NOW, (Case("a", visit_due=late), Case("b", visit_due=due)))
    force = Force("Newshire", (then, now))
    return write(path, force, counted=counted, definition=STANDARD)


async def test_flows_that_are_not_stored_are_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let = threading.Event()
    worked_out = working.worked_out_flows

    def held(*arguments: Any) -> working.Flows:
        let.wait(timeout=20)
        return worked_out(*arguments)

    monkeypatch.setattr(working_screen, "worked_out_flows", held)
    path = registers(tmp_path / "a.db", counted=False)
    async with opened(path, settled=False) as pilot:
        assert "│ being worked out…" in screen_text(pilot)
        let.set()
        await settle(pilot)
        shown = screen_text(pilot)
        assert "being worked out" not in shown
        assert " 1 overdue visits then" in shown
        assert "2 now, 1 overdue on both days" in shown


async def test_work_that_fails_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*arguments: Any) -> working.Flows:
        raise DatabaseUnreadableError("the [red]disk[/] is gone")

    monkeypatch.setattr(working_screen, "worked_out_flows", fails)
    async with opened(registers(tmp_path / "a.db", counted=False)) as pilot:
        shown = screen_text(pilot)
        assert "could not be worked out" in shown
        assert "the [red]disk[/] is gone" in shown
        assert "1 What changed since then" in shown


async def test_a_definition_that_cannot_be_computed_is_not_being_computed(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*arguments: Any) -> working.Restated:
        raise DatabaseUnreadableError("no memory")

    monkeypatch.setattr(working_screen, "restated", fails)
    async with opened(demo_database, settings=GRACE) as pilot:
        shown = screen_text(pilot)
        assert "could not be worked out: no memory" in shown
        assert "computing the figures again" not in shown


async def test_of_a_fault_of_our_own_its_kind_is_told_and_no_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*arguments: Any) -> working.Flows:
        raise ZeroDivisionError("EX-00123")

    monkeypatch.setattr(working_screen, "worked_out_flows", fails)
    async with opened(registers(tmp_path / "a.db", counted=False)) as pilot:
        shown = screen_text(pilot)
        assert "by a fault of its own (ZeroDivisionError)" in shown
        assert "EX-00123" not in shown


async def test_figures_without_records_say_under_which_definition_they_stand(
    demo_database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "figures.db"
    copyfile(demo_database, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("cases", "visits", "officers", "leavers"):
            connection.execute(f"DELETE FROM {table}")
    said = "as stored, for want of records: overdue from the day after the due date"
    async with opened(path, settings=GRACE) as pilot:
        assert said in screen_text(pilot)
        assert "18.3% of 1,488" in screen_text(pilot)
    async with opened(path) as pilot:
        assert "as stored" not in screen_text(pilot)
