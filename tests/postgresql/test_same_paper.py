"""The paper of a database on the server says what that of the same in a file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.cli.main import main
from tests.postgresql.conftest import Both
from tests.postgresql.oddshire import FORCE


@pytest.mark.parametrize("force", ["Exampleshire", FORCE, "Avon and Somerset"])
def test_it_is_the_same_paper(both: Both, tmp_path: Path, force: str) -> None:
    more = () if force == "Avon and Somerset" else ("--with-cases",)
    written = []
    for number, database in enumerate((both.file, both.url)):
        paper = tmp_path / f"{number}.html"
        assert main(["pack", database, str(paper), "--force", force, *more]) == 0
        written.append(paper.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert f"<h1>{force}</h1>" in written[0]
