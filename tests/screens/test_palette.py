"""Colours that can be read by everyone, from the back row, and by who cannot tell hues apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from boardtui.panels.text import Role
from boardtui.screens.drawing.palette import DARK, LIGHT, PALETTES, Palette
from boardtui.screens.drawing.sixteen import Sixteen

Linear = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear red, green and blue:
# https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html
SIGHT = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}

TEXT_ROLES = [
    *(Role.TEXT, Role.NUMBER, Role.STRONG, Role.HEADLINE, Role.QUIET, Role.HEADING),
    *(Role.SYNTHETIC, Role.KEY, Role.LETTER),
]
GRAPHIC_ROLES = [
    *(Role.DIGITS, Role.DIGITS_THEN, Role.FRAME),
    *(Role.BAR, Role.BAR_THEN, Role.BAR_GONE, Role.BAR_WITHOUT),
]
FAINT_ROLES = [Role.BORDER]
"""What orders and does not speak: the frame of a card says nothing that its title does not."""


def linear(colour: str) -> Linear:
    def channel(place: int) -> float:
        value = int(colour[place : place + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return channel(1), channel(3), channel(5)


def luminance(colour: str, sight: str = "full") -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    seen = [
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, linear(colour), strict=True))))
        for row in SIGHT[sight]
    ]
    return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]


def contrast(one: str, other: str, sight: str = "full") -> float:
    """Contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, light = sorted((luminance(one, sight), luminance(other, sight)))
    return (light + 0.05) / (dark + 0.05)


def drawn(palette: Palette, role: Role) -> tuple[str, str]:
    """The colours of a role and of the ground that it is drawn on."""
    style = palette.styles()[role]
    assert style.color is not None
    assert style.bgcolor is not None
    return str(style.color.name), str(style.bgcolor.name)


def test_the_formula_gives_the_known_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("role", TEXT_ROLES)
@pytest.mark.parametrize("name", PALETTES)
def test_text_can_be_read(name: str, role: Role, sight: str) -> None:
    assert contrast(*drawn(PALETTES[name], role), sight) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("role", GRAPHIC_ROLES)
@pytest.mark.parametrize("name", PALETTES)
def test_bars_and_digits_can_be_seen(name: str, role: Role, sight: str) -> None:
    assert contrast(*drawn(PALETTES[name], role), sight) >= 3


def test_every_role_has_colours_and_a_test() -> None:
    assert {*TEXT_ROLES, *GRAPHIC_ROLES, *FAINT_ROLES} == set(Role)
    for palette in PALETTES.values():
        assert set(palette.styles()) == set(Role)


XTERM = {
    "#000000": "#000000",
    "#0000aa": "#0000ee",
    "#aaaaaa": "#e5e5e5",
    "#555555": "#7f7f7f",
}
"""The colours of the 16 that light is drawn with, as xterm has them: its XTerm-col.ad."""

BRIGHTENED = {"#000000": "#555555", "#0000aa": "#5555ff"}


@pytest.mark.parametrize("brightens", [False, True])
@pytest.mark.parametrize("role", [*TEXT_ROLES, *GRAPHIC_ROLES])
def test_of_sixteen_colours_light_can_be_read_too(role: Role, *, brightens: bool) -> None:
    colour, ground, bold = of_sixteen(LIGHT.styles()[role], brightens=brightens)
    least = 4.5 if role in TEXT_ROLES else 3
    if brightens and bold:
        colour = BRIGHTENED.get(colour, colour)
    assert contrast(colour, ground) >= least
    if not brightens:
        assert contrast(XTERM[colour], XTERM[ground]) >= least


def test_of_sixteen_colours_what_is_dimmed_is_seen_and_not_like_what_is_not() -> None:
    dimmed, ground, _ = of_sixteen(LIGHT.dimmed_style(), brightens=False)
    text, *_ = of_sixteen(LIGHT.styles()[Role.QUIET], brightens=False)
    for as_drawn in (dict.fromkeys(XTERM, ""), XTERM):
        seen, on, plain = (as_drawn[one] or one for one in (dimmed, ground, text))
        assert contrast(seen, on) >= 3
        assert contrast(plain, on) / contrast(seen, on) >= 2


def of_sixteen(style: Style, *, brightens: bool) -> tuple[str, str, bool]:
    """The colour and the ground that a style has of 16, and whether it is bold."""
    (drawn,) = Sixteen(brightens=brightens).apply([Segment("x", style)], Color(0, 0, 0))
    assert drawn.style is not None
    assert drawn.style.color is not None
    assert drawn.style.bgcolor is not None
    return drawn.style.color.name, drawn.style.bgcolor.name, bool(drawn.style.bold)


@pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: str(palette.name))
@pytest.mark.parametrize("sight", SIGHT)
def test_widgets_of_their_own_can_be_read(palette: Palette, sight: str) -> None:
    """Inputs and the command palette stand on a raised ground, their cursor on the accent."""
    assert contrast(palette.text, palette.raised, sight) >= 4.5
    assert contrast(palette.accent, palette.ground, sight) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", PALETTES)
def test_strong_plain_and_quiet_differ_in_brightness(name: str, sight: str) -> None:
    palette = PALETTES[name]
    for one, other in combinations((palette.headline, palette.text, palette.label), 2):
        assert contrast(one, other, sight) >= 1.2


@pytest.mark.parametrize("name", PALETTES)
def test_no_colour_is_a_traffic_light(name: str) -> None:
    """Nothing is red, amber or green: no hue says good or bad."""
    palette = PALETTES[name]
    for colour in (palette.accent, palette.then, palette.border, palette.label):
        red, green, blue = linear(colour)
        assert blue >= red
        assert blue >= green
