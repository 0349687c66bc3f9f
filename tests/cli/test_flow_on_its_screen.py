"""What `boardtui flow` prints is what the screen of what changed shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.core.flow.parts import PART_TITLES, Part
from boardtui.core.measures.backlogs import BACKLOGS
from tests.cli.conftest import Run
from tests.panels import flow_page
from tests.panels.compared import EXAMPLESHIRE, held


@pytest.mark.parametrize("backlog", BACKLOGS)
def test_every_part_is_the_screen_s_own(run: Run, demo_database: Path, backlog: str) -> None:
    days = ("--from", "2023-03-31", "--to", "2024-01-17")
    ran = run("flow", demo_database, *days, "--backlog", backlog, "--format", "json")
    told = json.loads(ran.out)
    with held(demo_database, *EXAMPLESHIRE) as board:
        shown = flow_page.whole_numbers(board, backlog)
    for each in told["parts"]:
        assert shown[PART_TITLES[Part(each["part"])]] == each["count"]
    assert shown["overdue on 31 Mar 2023"] == told["opening"]
    assert shown["overdue on 17 Jan 2024"] == told["closing"]
    assert shown["overdue by the dates of then"] == told["overdue_by_dates_then"]
    assert shown["overdue by the dates of now"] == told["overdue_by_dates_now"]
    assert shown["due dates moved"] == told["dates_moved"]
