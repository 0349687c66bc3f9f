"""The name of a picture as it is typed, and its size."""

from __future__ import annotations

import pytest

from boardtui.export.picture.named import Named, SizeError, named

SCREEN = (120, 36)


@pytest.mark.parametrize(
    ("typed", "name", "columns", "rows"),
    [
        ("board.png 200x50", "board.png", 200, 50),
        ("board.svg  80 × 24 ", "board.svg", 80, 24),
        ("Board.PNG 80X24", "Board.PNG", 80, 24),
        ("~/my boards/a.b.svg 40x20", "~/my boards/a.b.svg", 40, 20),
        ("a.png b.png 400x200", "a.png b.png", 400, 200),
        ("board.svg", "board.svg", 120, 36),
    ],
)
def test_a_picture_is_named_with_its_size_or_has_the_screens(
    typed: str, name: str, columns: int, rows: int
) -> None:
    assert named(typed, SCREEN) == Named(name, columns, rows)


def test_a_screen_that_is_too_small_to_say_something_gives_the_least_picture() -> None:
    assert named("a.png", (30, 50)) == Named("a.png", 40, 50)


@pytest.mark.parametrize("typed", ["a.csv", "a.txt", "png", "a.png.csv", "a.svgz", "", "board"])
def test_a_file_of_another_kind_is_no_picture(typed: str) -> None:
    assert named(typed, SCREEN) is None


@pytest.mark.parametrize("size", ["big", "200", "200x", "x50", "200x50x3", "-80x24", "80.5x24"])
def test_what_is_no_size_is_said_with_an_example(size: str) -> None:
    with pytest.raises(SizeError, match=r"is no size: say columns and rows, a\.png 120x36"):
        named(f"a.png {size}", SCREEN)


@pytest.mark.parametrize("size", ["39x20", "40x19", "401x200", "400x201", "0x0", "9999x9999"])
def test_sizes_that_no_picture_has_are_said_with_those_that_one_has(size: str) -> None:
    with pytest.raises(SizeError, match="a picture is 40x20 to 400x200, and not"):
        named(f"a.png {size}", SCREEN)
