"""A paper as PDF: tagged and archival, drawn by typst from a template that never changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

from boardtui.export.picture.png import FONTS as MONO
from boardtui.pack.document.paper import Paper
from boardtui.pack.writing.drawable import Drawable

HERE = Path(__file__).parent
TEMPLATE, FONTS = HERE / "paper.typ", HERE / "fonts"

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""What the file keeps to: archival with all its tags, and for readers that speak or magnify."""


def pdf(paper: Paper) -> bytes:
    """The paper as the bytes of a PDF file.

    Texts reach typst as data, so that nothing in them is markup; what the fonts cannot draw is
    written as its code.
    """
    import typst

    fonts = Drawable((FONTS / "SourceSans3.ttf", MONO / "DejaVuSansMono.ttf"))
    data = _each_text(msgspec.to_builtins(paper), fonts)
    return typst.compile(
        str(TEMPLATE),
        root=str(HERE),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(FONTS), str(MONO)],
        ),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": msgspec.json.encode(data).decode()},
        pdf_standards=[*STANDARDS],
    )


def _each_text(data: Any, fonts: Drawable) -> Any:
    """Plain data with each text as the fonts can draw it."""
    match data:
        case str():
            return fonts.drawn(data)
        case dict():
            return {name: _each_text(value, fonts) for name, value in data.items()}
        case list() | tuple():
            return [_each_text(value, fonts) for value in data]
    return data
