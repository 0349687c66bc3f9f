"""The generated pages, declared: adding one here is all that adding a page takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docs.generate import commands, decks, extract, keys, measures, settings

Page = Callable[[Path], str]
"""A page's text; it may look into the demo database, which is at the path."""

PAGES: dict[str, Page] = {
    "measures.md": measures.page,
    "extract-format.md": extract.page,
    "settings.md": settings.page,
    "commands.md": commands.page,
    "keys.md": keys.page,
    "decks.md": decks.page,
}
"""Each page by the name of its file in this folder's parent."""
