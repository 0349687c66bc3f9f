"""A picture as SVG: well-formed whatever text is in it, and every cell at its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.export.picture.picture import Ink, Picture, Run
from boardtui.export.picture.svg import svg
from boardtui.panels import cells
from tests.panels.hostile import ALL

GROUND = "#12151a"
INK = Ink("#c9cfd8", GROUND)
BLUE = Ink("#4f9cf9", GROUND)
TEXT = "{http://www.w3.org/2000/svg}text"

ANYTHING = st.text(st.characters(codec=None), max_size=40)
"""Any characters, halves of surrogate pairs too."""


def drawn(*rows: Sequence[Run], about: Sequence[str] = ("Newshire", "Board")) -> str:
    columns = max(sum(cells.width(run.text) for run in row) for row in rows)
    return svg(Picture(about, rows, columns, GROUND))


def elements(text: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text).iter())


@given(text=ANYTHING, about=ANYTHING)
def test_any_text_makes_a_well_formed_file_that_holds_text_and_shapes_alone(
    text: str, about: str
) -> None:
    found = drawn([Run(text, INK)], about=(about, text)).encode()
    kinds = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(found).iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "path", "g", "text"}


@pytest.mark.parametrize("text", [ALL, "</text><script>alert(1)</script>", "]]>&#0;&lt;", "'\"/>"])
def test_no_text_is_markup_or_script_or_leads_anywhere(text: str) -> None:
    found = drawn([Run(text, INK)], about=(text, text))
    names = {name for each in elements(found) for name in each.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}
    assert re.findall(r"https?://[^\"' ]+", found) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in found
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", found)


def test_words_stand_in_their_cells_and_are_as_wide_as_these() -> None:
    found = drawn([Run("a&b  ", INK), Run("one two", INK)], [Run("  x", INK)])
    told = [(t.text, t.get("x"), t.get("textLength")) for t in elements(found) if t.tag == TEXT]
    assert told == [("a&b", "0", "30"), ("one two", "50", "70"), ("x", "20", "10")]


def test_letters_that_are_wide_or_join_their_neighbours_stand_one_by_one() -> None:
    found = drawn([Run("東京x שא e\u0301", INK)])
    told = [(t.text, t.get("x")) for t in elements(found) if t.tag == TEXT]
    assert told == [
        *(("東", "0"), ("京", "20"), ("x", "40"), ("ש", "60"), ("א", "70")),
        ("e\u0301", "90"),
    ]


def areas(text: str) -> dict[str, float]:
    """The area that is filled with each colour, over the ground."""
    found: dict[str, float] = {}
    for path in elements(text):
        if fill := path.get("fill"):
            for wide, high in re.findall(r"h([\d.]+)v([\d.]+)h-", path.get("d") or ""):
                found[fill] = found.get(fill, 0) + float(wide) * float(high)
    return found


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("█" * 7, 7 * 200),
        ("█▌", 300),
        ("▏▎▍▌▋▊▉█", 200 * 36 / 8),
        ("▀▄▌▐", 400),
        ("▓" * 5, 5 * 200 * 4 / 5),
        ("▙▟▛▜", 4 * 150),
    ],
)
def test_blocks_fill_so_much_of_their_cells_as_their_signs_say(text: str, area: float) -> None:
    assert areas(drawn([Run(text, BLUE)])) == {"#4f9cf9": pytest.approx(area)}


def test_blocks_side_by_side_are_one_shape_without_a_seam() -> None:
    assert drawn([Run("█████▌", BLUE)]).count("M0 0") == 1
    assert "M0 0h50v20h-50z" in drawn([Run("█████", BLUE)])


def test_a_ground_of_its_own_lies_under_what_stands_on_it() -> None:
    found = drawn([Run("ab", Ink("#000000", "#ffffff"))])
    assert found.index('fill="#ffffff"') < found.index("<text")
    assert "M0 0h20v20h-20z" in found


def test_what_it_is_of_is_its_title_and_its_description() -> None:
    found = drawn([Run("x", INK)], about=("Newshire (SYNTHETIC)", "then: x", "Board › Flow"))
    assert "<title>Newshire (SYNTHETIC): Board › Flow</title>" in found
    assert "<desc>Newshire (SYNTHETIC) · then: x · Board › Flow</desc>" in found
