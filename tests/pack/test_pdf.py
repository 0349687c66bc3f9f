"""The paper as PDF: archival, tagged, in its own fonts, and read in the order of its text."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pdfua import validate
from pypdf import PdfReader

from boardtui.pack.document.paper import Paper
from boardtui.pack.writing.drawable import Drawable
from boardtui.pack.writing.pdf import FONTS, pdf
from tests.pack.papers import missing_in_order, paper_of_force, texts
from tests.panels.hostile import MARKUP, hostile_force


@pytest.fixture(scope="module")
def whole(exampleshire: Paper) -> bytes:
    return pdf(exampleshire)


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def spoken(data: bytes, paper: Paper) -> str:
    """The text of all pages in order, without what runs at their heads and feet."""
    pages = [page.extract_text() for page in read(data).pages]
    title = paper.title
    running = [
        *filter(None, [title.marking]),
        rf"{re.escape(title.short)}\s*{re.escape(title.day)}\s*"
        rf"(?:SYNTHETIC)?\s*for {title.audience}",
        rf"{re.escape(title.about)}\s*page \d+ of \d+",
    ]
    first, *others = pages
    for words in running:
        others = [re.sub(words, " ", page) for page in others]
    return "\n".join([first, *others])


def test_it_keeps_to_both_standards_and_says_so(whole: bytes, exampleshire: Paper) -> None:
    reader = read(whole)
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    kept = catalog["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in kept
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in kept
    assert "<pdfuaid:part>1</pdfuaid:part>" in kept
    assert reader.metadata is not None
    assert (
        reader.metadata.title == "Exampleshire, 17 January 2024: Managing registered sex offenders"
    )


def test_a_reader_is_led_by_heads_tables_and_words_for_each_picture(
    whole: bytes, exampleshire: Paper
) -> None:
    kinds: dict[str, int] = {}
    spoken_of: list[str] = []
    catalog: Any = read(whole).trailer["/Root"]
    _count(catalog["/StructTreeRoot"], kinds, spoken_of)
    sections = len(exampleshire.sections)
    assert kinds["/H1"] == sections + 1
    assert kinds["/Table"] >= 15
    assert kinds["/TH"] > kinds["/Table"]
    assert kinds["/Caption"] >= kinds["/Table"]
    assert any("1–30 days late 70† then, 118 now" in text for text in spoken_of)
    assert kinds["/Figure"] == len(spoken_of)


def _count(element: Any, kinds: dict[str, int], spoken_of: list[str]) -> None:
    """How many elements of each kind a tree of tags has, and what is said of its pictures."""
    one = element.get_object() if hasattr(element, "get_object") else element
    if not isinstance(one, dict):
        return
    kind = str(one.get("/S", ""))
    kinds[kind] = kinds.get(kind, 0) + 1
    if kind == "/Figure":
        spoken_of.append(str(one["/Alt"]))
    held = one.get("/K", [])
    held = held.get_object() if hasattr(held, "get_object") else held
    for each in held if isinstance(held, list) else [held]:
        _count(each, kinds, spoken_of)


def test_nothing_is_found_against_it_by_a_checker_of_pdf_ua(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(whole)
    assert [str(finding) for finding in validate(str(path)).findings] == []


def test_all_its_fonts_are_in_it(whole: bytes) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in read(whole).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert fonts
    assert all(name.startswith(("SourceSans3", "DejaVuSansMono")) for name in fonts)


def test_every_paper_of_the_demo_is_read_in_order(papers: list[Paper]) -> None:
    for paper in papers:
        data = pdf(paper)
        assert missing_in_order(spoken(data, paper), texts(paper)) == [], paper.title


def test_text_that_is_typsts_own_is_text(tmp_path: Path) -> None:
    odd = f'{MARKUP} #panic("x") $x^2$ *b* _i_ `c` <label> @ref = head // end \\ " ~ -- ...'
    paper = paper_of_force(tmp_path / "odd.db", hostile_force(odd, "Oddshire"))
    said = spoken(pdf(paper), paper)
    assert missing_in_order(said, iter([odd])) == []


def test_what_no_font_has_is_written_as_its_code(tmp_path: Path) -> None:
    paper = paper_of_force(tmp_path / "odd.db", hostile_force())
    said = spoken(pdf(paper), paper)
    assert "[U+6771]" in said
    fonts = Drawable((FONTS / "SourceSans3.ttf",))
    assert fonts.drawn("Zoë – 1,500 ≈ Ω ж \u6771\ue000") == "Zoë – 1,500 ≈ Ω ж [U+6771][U+E000]"
