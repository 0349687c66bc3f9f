"""The pictures in the README are of the screens as they are now, and fetch nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.picture import FOLDER, PICTURES, drawn
from tests.docs.documents import README, named, text_of


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_is_what_its_screen_shows(name: str, demo_database: Path) -> None:
    now = await drawn(demo_database, PICTURES[name])
    assert text_of(FOLDER / name) == now, "run `make picture`"


def test_the_pictures_are_in_the_readme_with_words_for_who_cannot_see_them() -> None:
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", text_of(README))
    assert [place for _, place in shown] == [named(FOLDER / name) for name in PICTURES]
    assert all(len(words) > 30 for words, _ in shown)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fetches_nothing(name: str) -> None:
    drawing = text_of(FOLDER / name)
    assert set(re.findall(r"https?://[^\"' ]+", drawing)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|<image|<script", drawing)
