"""The paper as HTML in a real browser: what it tells a screen reader, and how it is laid out.

Where the machine has no Chromium these are not run, and the end of the tests says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardtui.pack.document.paper import Paper
from boardtui.pack.writing.html import html
from tests.pack.chromium import PROGRAM, Page, browser

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine")

WIDE, NARROW = 1200, 360


@pytest.fixture(scope="module")
def path(exampleshire: Paper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "paper.html"
    path.write_text(html(exampleshire), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


def test_a_screen_reader_is_told_heads_tables_and_pictures(
    page: Page, path: Path, exampleshire: Paper
) -> None:
    page.open(path, WIDE)
    told = page.accessible()
    roles = [role for role, _ in told]
    heads = [name for role, name in told if role == "heading"]
    titles = [each.title for each in exampleshire.sections]
    assert [name for name in heads if name in titles][-len(titles) :] == titles
    assert {"main", "navigation", "banner", "contentinfo"} <= set(roles)
    pictures = [name for role, name in told if role in ("image", "img")]
    assert any("1–30 days late 70† then, 118 now" in name for name in pictures)
    assert all(pictures)
    assert {"table", "columnheader", "rowheader", "caption"} <= set(roles)
    assert ("StaticText", "273 visits are overdue: 56 more than the inspectors found.") in told


def test_nothing_is_wider_than_the_screen_and_no_bar_than_its_place(page: Page, path: Path) -> None:
    for width in (WIDE, NARROW):
        page.open(path, width)
        assert page.value("document.documentElement.scrollWidth") <= width
        assert page.value("document.querySelectorAll('svg.bar').length") > 50
        assert page.value(
            "[...document.querySelectorAll('.bars')].every(one => one.scrollWidth <= "
            "one.clientWidth + 1)"
        )
        assert page.value(
            "[...document.querySelectorAll('th[scope=row]')].every(one => "
            "one.getBoundingClientRect().width >= 100)"
        )
        assert page.value(
            "[...document.querySelectorAll('svg.bar')].every(one => "
            "one.getBoundingClientRect().width >= 20)"
        )


def test_text_stands_out_from_its_ground_in_light_and_in_dark(page: Page, path: Path) -> None:
    for scheme in ("light", "dark"):
        page.open(path, WIDE)
        page.ask(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )
        ground = page.value("getComputedStyle(document.documentElement).backgroundColor")
        for selector, least in (("p", 4.5), ("dt", 4.5), ("td", 4.5), (".synthetic", 4.5)):
            colour = page.value(f"getComputedStyle(document.querySelector('{selector}')).color")
            assert contrast(ground, colour) >= least, (scheme, selector)
        for shade in ("now", "then"):
            found = page.value(f"getComputedStyle(document.querySelector('rect.{shade}')).fill")
            assert contrast(ground, found) >= 3, (scheme, shade)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' lightness (w3.org/TR/WCAG21, relative luminance)."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
