"""The paper as HTML: well formed, self-contained, escaped, and built for whoever hears it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from boardtui.pack.document.paper import Paper
from boardtui.pack.writing.html import html
from tests.pack.papers import missing_in_order, paper_of_force, texts
from tests.panels.hostile import hostile_force

SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> Element:
    """A page as a browser reads it; where it would have to guess, the test fails."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found = parser.parse(text)
    assert isinstance(found, Element)
    return found


def words(element: Element) -> str:
    """All text of an element in order, but of style sheets."""
    if element.tag == "style":
        return element.tail or ""
    inside = "".join(map(words, element))
    return f"{element.text or ''} {inside} {element.tail or ''}"


@pytest.fixture(scope="module")
def page(exampleshire: Paper) -> Element:
    return parsed(html(exampleshire))


def test_every_paper_of_the_demo_says_in_order_what_its_pdf_says(papers: list[Paper]) -> None:
    for paper in papers:
        said = words(parsed(html(paper)))
        assert missing_in_order(said, texts(paper)) == [], paper.title


def test_it_loads_nothing_and_runs_nothing(page: Element) -> None:
    assert not list(page.iter("script"))
    for each in page.iter():
        assert not [name for name in each.attrib if name.startswith("on")]
        assert each.tag not in ("link", "img", "iframe", "object", "embed")
        for name in ("href", "src"):
            assert each.get(name, "#").startswith("#")
    style = "".join(each.text or "" for each in page.iter("style"))
    assert "url(" not in style
    assert "@import" not in style
    policy = next(each for each in page.iter("meta") if each.get("http-equiv"))
    assert "default-src 'none'" in str(policy.get("content"))


def test_a_reader_is_led_by_landmarks_and_heads(page: Element, exampleshire: Paper) -> None:
    assert page.get("lang") == "en-GB"
    assert [len(list(page.iter(name))) for name in ("main", "header", "footer", "nav")] == [1] * 4
    assert [words(each).strip() for each in page.iter("h1")] == ["Exampleshire"]
    sections = list(page.iter("section"))
    assert len(sections) == len(exampleshire.sections) + 1
    levels = [int(each.tag[1]) for each in page.iter() if re.fullmatch(r"h[1-6]", str(each.tag))]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_names_are_unique_and_every_link_and_label_leads_somewhere(page: Element) -> None:
    names = Counter(each.get("id") for each in page.iter() if each.get("id"))
    assert [name for name, count in names.items() if count > 1] == []
    for each in page.iter():
        for name in str(each.get("aria-labelledby") or "").split():
            assert name in names
        if each.tag == "a":
            assert str(each.get("href"))[1:] in names


def test_every_table_has_a_caption_and_heads_of_columns_and_rows(page: Element) -> None:
    tables = list(page.iter("table"))
    assert len(tables) > 15
    for table in tables:
        assert words(table[0]).strip()
        assert table[0].tag == "caption"
        heads = [each.get("scope") for each in table.iter("th")]
        assert set(heads) == {"col", "row"}


def test_every_picture_is_told_in_words_and_drawn_as_svg(page: Element) -> None:
    pictures = [each for each in page.iter("div") if each.get("role") == "img"]
    assert len(pictures) > 10
    for picture in pictures:
        assert len(str(picture.get("aria-label"))) > 20
        drawn = list(picture.iter(f"{SVG}svg"))
        assert drawn
        assert all(each.get("aria-hidden") == "true" for each in drawn)


def test_no_text_of_data_is_markup(tmp_path: Path) -> None:
    odd = "<script>alert(1)</script> <img src=x onerror=y> &amp; \"q\" 'p' </style></title> --> {}"
    paper = paper_of_force(tmp_path / "odd.db", hostile_force(odd, f"Odd</style>{odd}"))
    page = parsed(html(paper))
    assert not list(page.iter("script"))
    assert not list(page.iter("img"))
    said = words(page)
    assert missing_in_order(said, iter([f"Odd</style>{odd}", odd])) == []
    paper = paper_of_force(tmp_path / "odder.db", hostile_force())
    written = html(paper)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028]", written)
    parsed(written)
