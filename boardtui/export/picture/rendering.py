"""Draws an SVG as PNG, as a program of its own: SVG comes in, and PNG goes out.

Its arguments are the pixels for a unit of the SVG, and the files of the fonts.
"""

from __future__ import annotations

import sys


def main() -> None:
    from resvg_py import svg_to_bytes

    pixels, *fonts = sys.argv[1:]
    drawn = svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        skip_system_fonts=True,
        font_files=fonts,
        zoom=float(pixels),
    )
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main()
