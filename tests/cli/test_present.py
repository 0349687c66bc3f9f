"""`boardtui present` and `boardtui notes` where nobody could see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.cli.commands import lone_show
from boardtui.cli.main import main


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["present"], "A show needs a terminal"),
        (["present", "--with-cases"], "A show needs a terminal"),
        (["notes"], "What follows a show needs a terminal"),
    ],
)
def test_it_needs_a_terminal(
    words: list[str], what: str, demo_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([words[0], str(demo_database), *words[1:]]) == 2
    assert what in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "database"),
    [
        (["present", "a.db"], "a.db"),
        (["present", "--help"], None),
        (["present", "a.db", "--with-cases"], None),
        (["present"], None),
        (["notes", "a.db"], None),
        (["a.db"], None),
    ],
)
def test_a_show_of_nothing_but_a_database_needs_no_parser(
    words: list[str], database: str | None
) -> None:
    assert lone_show(words) == database
