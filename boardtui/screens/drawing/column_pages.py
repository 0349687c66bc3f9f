"""Columns that do not all have room, on pages beside the one that names the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from boardtui.screens.drawing.table_view import GAP

T = TypeVar("T")


def pages_of(columns: Iterable[T], width_of: Callable[[T], int], room: int) -> list[list[T]]:
    """The columns in their order, as many on each page as `room` cells hold, but at least one.

    There is at least one page, empty where there are no columns.
    """
    pages: list[list[T]] = [[]]
    left = room
    for column in columns:
        needed = GAP + width_of(column)
        if needed > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(column)
        left -= needed
    return pages


def unseen(shown: int, pages: int, titles: Iterable[str]) -> str:
    """What is said where not all columns are seen: the page, from 0, and the columns elsewhere."""
    return f"page {shown + 1} of {pages} of columns, ← → for {', '.join(titles)}"
