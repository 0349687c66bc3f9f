"""The slice of a published figure: of a known dimension, one of its own."""

from __future__ import annotations

import re

from boardtui.core.criterion.dimension import ABOVE_LOW, AGE_BAND, DIMENSIONS, RISK_LEVEL, UNIT
from boardtui.core.words.nearest import did_you_mean
from boardtui.ingest.published_rows import Row, UnreadableRowError, text_of
from boardtui.ingest.unit_names import Spelling
from boardtui.ingest.values import folded

_BAND = re.compile(r"([0-9]{1,5})\s*(?:[-‐‑–—]|to)\s*([0-9]{1,5})(?:\s*days)?", re.IGNORECASE)
_LAST_BAND = re.compile(r"over\s+([0-9]{1,5})(?:\s*days)?", re.IGNORECASE)


def slice_said(row: Row, units: Spelling) -> str | None:
    """The slice of a row as the board spells it; None for the whole, and where not recorded.

    Raises:
        UnreadableRowError: it is none of its dimension.
    """
    by, value = text_of(row["by"]), text_of(row["slice"])
    if value is None:
        return None
    if by is None:
        raise UnreadableRowError("slice", "nothing, where by is blank")
    dimension = DIMENSIONS[by]
    if dimension is AGE_BAND:
        return _band(value)
    if dimension is UNIT:
        return units(value)
    if not dimension.slices:
        return value
    more = (ABOVE_LOW,) if dimension is RISK_LEVEL else ()
    known: dict[str, str] = {folded(name): name for name in (*dimension.slices, *more)}
    found = known.get(folded(value))
    if found is None:
        hint = did_you_mean(value, known.values()).rstrip(".")
        raise UnreadableRowError("slice", f"one of: {', '.join(known.values())}{hint}")
    return found


def _band(value: str) -> str:
    """An age band, whosever bands they are: those of the settings are of this board's own count."""
    if (found := _BAND.fullmatch(value)) and int(found[1]) <= int(found[2]):
        return f"{int(found[1])}-{int(found[2])}"
    if found := _LAST_BAND.fullmatch(value):
        return f"over {int(found[1])}"
    raise UnreadableRowError("slice", "a band of days, such as 31-90 or over 365")
