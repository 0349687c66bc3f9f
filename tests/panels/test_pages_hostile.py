"""Text that breaks screens breaks no page: no control character, no line too wide."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from boardtui.panels.pages import PAGES

from boardtui.panels.text import line_width
from tests.panels.boards import text_of
from tests.panels.compared import WIDTHS, held, page_lines
from tests.panels.hostile import BEFORE, MARKUP, hostile_force
from tests.registers import Force, Register, write

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028]")


def of_two_days(force: Force) -> Force:
    """The force with records of the baseline's day too, so that it has a flow."""
    (now,) = force.registers
    earlier = timedelta(days=300)
    cases = tuple(
        replace(case, visit_due=(case.visit_due or date.max) - earlier) for case in now.cases
    )
    return replace(force, registers=(Register(BEFORE, cases), now))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_no_line_is_too_wide_and_no_control_character_gets_through(
    tmp_path: Path, page: str, width: int
) -> None:
    with held(write(tmp_path / "a.db", of_two_days(hostile_force()))) as board:
        found = list(page_lines(board, PAGES[page], width))
    assert len(found) > 10
    for line in found:
        assert line_width(line) <= width, text_of(line)
        assert not CONTROL.search(text_of(line))


@pytest.mark.parametrize("page", PAGES)
def test_markup_is_shown_as_it_was_written(tmp_path: Path, page: str) -> None:
    with held(write(tmp_path / "a.db", of_two_days(hostile_force(MARKUP)))) as board:
        assert any(MARKUP in text_of(line) for line in page_lines(board, PAGES[page], 196))
