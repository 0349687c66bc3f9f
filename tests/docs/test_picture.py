"""The picture in the README is of the board as it is now, and needs nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

from rich.segment import Segment
from rich.style import Style

from docs.drawing import drawing, words
from docs.picture import PICTURE, drawn
from tests.docs.documents import README, ROOT, named, text_of


async def test_the_picture_says_what_the_board_says(demo_database: Path) -> None:
    assert words(text_of(PICTURE)) == words(await drawn(demo_database)), "run `make picture`"


def test_the_picture_is_in_the_readme_with_words_for_who_cannot_see_it() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", text_of(README))
    assert [place for _, place in shown] == [named(PICTURE)]
    assert all(len(words) > 30 for words, _ in shown)


def test_the_picture_fetches_nothing() -> None:
    addresses = set(re.findall(r"https?://[^\"' ]+", text_of(PICTURE)))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|<image|<script", text_of(PICTURE))


def test_words_stand_at_their_columns_and_bars_have_their_lengths() -> None:
    row = [Segment("a&b  ", Style(color="#ffffff")), Segment("██▌", Style(color="#5f9fd6"))]
    svg = drawing("a title", [row], columns=10, ground="#000000")
    assert words(svg) == ["a&b"]
    assert '<rect x="50" y="2" width="25" height="16" fill="#5f9fd6"/>' in svg


def test_the_picture_is_in_the_repository() -> None:
    assert PICTURE.is_relative_to(ROOT)
