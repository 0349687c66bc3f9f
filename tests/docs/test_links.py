"""Every link between the documents leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.documents import DOCUMENTS, ROOT, code_spans, named, text_of, without_blocks

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PLACE = re.compile(r"(?:boardtui|tests|bench|fixtures|docs)(?:/[\w.-]+)+")


def anchors(path: Path) -> set[str]:
    """The headings of a document, as a link names them."""
    titles = re.findall(r"^#+ (.+)$", text_of(path), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in LINK.findall(without_blocks(text_of(path))):
        if link.startswith(("https://", "http://")):
            continue
        place, _, anchor = link.partition("#")
        target = (path.parent / place).resolve() if place else path
        assert target.exists(), link
        assert ROOT in target.parents, link
        if anchor:
            assert anchor in anchors(target), link


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=named)
def test_every_file_that_is_named_is_there(path: Path) -> None:
    for span in code_spans(text_of(path)):
        if PLACE.fullmatch(span):
            assert (ROOT / span).exists(), span


def test_the_readme_leads_to_every_page() -> None:
    linked = {link.partition("#")[0] for link in LINK.findall(text_of(ROOT / "README.md"))}
    assert {named(path) for path in (ROOT / "docs").glob("*.md")} <= linked
