"""Blocks and lines as shapes that reach the edges of their cells, so that they join without gaps.

Few fonts draw them so. Lengths are in units of the picture, in which a cell is WIDTH by HEIGHT.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 10, 20
"""A cell."""

Box = tuple[float, float, float, float]
"""From the left and the top to the right and the bottom, within a cell."""

QUARTERS = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""The blocks by which quarters they fill, from 1: upper left 1, upper right 2, lower left 4, lower
right 8."""

STRIPES = 5
SHADES = {"░": 1, "▒": 2, "▓": 4}
"""Shades are upright stripes, so many wide of `STRIPES`: told apart from a full block, and from one
another, without colour and at a distance."""


def _boxes() -> Mapping[str, Sequence[Box]]:
    middle, half = WIDTH / 2, HEIGHT / 2
    corners = ((0, 0), (middle, 0), (0, half), (middle, half))
    found: dict[str, Sequence[Box]] = {}
    for filled, sign in enumerate(QUARTERS, start=1):
        parts = [corner for bit, corner in enumerate(corners) if filled >> bit & 1]
        found[sign] = [(x, y, x + middle, y + half) for x, y in parts]
    for eighths in range(1, 9):
        wide, high = WIDTH * eighths / 8, HEIGHT * eighths / 8
        found[chr(ord("▐") - eighths)] = [(0, 0, wide, HEIGHT)]
        found[chr(ord("▀") + eighths)] = [(0, HEIGHT - high, WIDTH, HEIGHT)]
    found["▔"] = [(0, 0, WIDTH, HEIGHT / 8)]
    found["▕"] = [(WIDTH * 7 / 8, 0, WIDTH, HEIGHT)]
    for sign, wide in SHADES.items():
        found[sign] = [(x, 0, x + wide, HEIGHT) for x in range(0, WIDTH, STRIPES)]
    return found


BOXES = _boxes()
"""What each block fills of its cell."""

LINES: Mapping[str, tuple[int, int, str]] = {
    "─": (0, 10, "h10"),
    "│": (5, 0, "v20"),
    "╭": (5, 20, "v-5q0-5 5-5"),
    "╮": (5, 20, "v-5q0-5-5-5"),
    "╰": (5, 0, "v5q0 5 5 5"),
    "╯": (5, 0, "v5q0 5-5 5"),
    "┌": (5, 20, "v-10h5"),
    "┐": (5, 20, "v-10h-5"),
    "└": (5, 0, "v10h5"),
    "┘": (5, 0, "v10h-5"),
    "├": (5, 0, "v20m0-10h5"),
    "┤": (5, 0, "v20m0-10h-5"),
    "┬": (0, 10, "h10m-5 0v10"),
    "┴": (0, 10, "h10m-5 0v-10"),
    "┼": (0, 10, "h10m-5-10v20"),
}
"""Where each line begins in its cell, and how it goes on from there, as an SVG path says it."""
