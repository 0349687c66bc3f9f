"""The generated pages say what the code says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generate import PAGES
from docs.generate.markdown import GENERATED
from tests.docs.documents import DOCUMENTS, ROOT, text_of

DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_as_the_code_is_now(name: str, demo_database: Path) -> None:
    assert text_of(DOCS / name) == PAGES[name](demo_database), "run `make docs`"


def test_a_page_that_calls_itself_generated_is() -> None:
    marked = {path for path in DOCUMENTS if text_of(path).startswith(GENERATED)}
    assert marked == {DOCS / name for name in PAGES}


def test_the_keys_of_every_kind_of_screen_are_listed() -> None:
    named = text_of(DOCS / "keys.md")
    ids = ("board.open", "breakdown.back", "cases.back", "flow.open", "reading.back", "warnings")
    assert [each for each in ids if f"`{each}`" not in named] == []
