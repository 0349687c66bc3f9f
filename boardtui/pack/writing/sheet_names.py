"""Names of sheets: what a spreadsheet takes, and no two the same."""

from __future__ import annotations

import re

MOST = 31
"""Characters that a sheet's name has at most."""

_BARRED = re.compile(r"[\[\]:*?/\\']")


class SheetNames:
    """Gives each sheet of a workbook a name of its own."""

    def __init__(self) -> None:
        self._count = 0

    def sheet(self, title: str) -> str:
        """A name for a sheet of a title: with its number before it, by which no two are alike."""
        self._count += 1
        plain = _BARRED.sub(" ", title)
        return f"{self._count} {plain}"[:MOST].rstrip()
