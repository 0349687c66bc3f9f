"""The line of keys of a breakdown: what each does here and now, the most useful first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from textual.screen import Screen

from boardtui.core.measures.measure import CaseCount
from boardtui.core.measures.slicing import OfCases
from boardtui.core.words.wording import value_text
from boardtui.panels.breakdown.naming import by_words
from boardtui.panels.text import Line
from boardtui.review.day.compared import ComparedFigure
from boardtui.screens.keys.keys import caps_line, keys_in_force

NAMED = 2
"""The dimensions that are named as those to come next, where there is room."""

HELP = "keys"


class Here(Struct, frozen=True):
    """What can be done on a breakdown at the moment.

    `next` are the dimensions to come; `cases` says which cases enter lists, if any; `ages` what
    stands under the row once it is asked for. `rows` is whether there is a table, `crossed` whether
    the arrows go over its columns, `crosses` whether it can be crossed and gone into, and `unseen`
    whether some columns have no room.
    """

    next: tuple[str, ...]
    cases: str = ""
    ages: str = ""
    rows: bool = True
    crossed: bool = False
    crosses: bool = False
    unseen: bool = False


def cases_words(figure: ComparedFigure | None) -> str:
    """What enter lists of the current row: "all 80 cases"; nothing where there is none."""
    if figure is None or not isinstance(figure.measure, OfCases):
        return ""
    if not isinstance(figure.measure, CaseCount):
        return "cases"
    if not figure.figure.value:
        return ""
    number = value_text(figure.figure, unit=False)
    return "its case" if figure.figure.value == 1 else f"all {number} cases"


def keys_of_breakdown(screen: Screen[Any], here: Here, width: int) -> Line:
    """As many keys as have room; in fewer words where the help would have none."""
    keys = keys_in_force(screen)
    for named in range(NAMED, -1, -1):
        pairs = []
        for names, words in _told(here, named):
            mine = [keys[name][0] for name in names if name in keys]
            if len(mine) == len(names):
                pairs.append((" ".join(mine), words))
        line = caps_line(pairs, width)
        if any(piece.text.endswith(f" {HELP}") for piece in line):
            break
    return line


def _told(here: Here, named: int) -> Iterator[tuple[tuple[str, ...], str]]:
    """The ids of keys that are told together, with what they do; so many dimensions are named."""
    yield ("breakdown.back",), "back"
    if here.cases:
        yield ("breakdown.cases",), here.cases if named else here.cases.removeprefix("all ")
    if not named:
        yield ("breakdown.help",), HELP
    if here.ages:
        yield ("breakdown.ages",), here.ages
    more = "…" if len(here.next) > named else ""
    by = f"by {', '.join(map(by_words, here.next[:named]))}{more}"
    if here.crossed:
        yield ("breakdown.left", "breakdown.right"), "columns"
    elif here.next:
        yield ("breakdown.left", "breakdown.right"), by
    if here.rows:
        yield ("breakdown.sort",), "sort, more columns" if here.unseen else "sort"
    if named:
        yield ("breakdown.help",), HELP
    if here.crosses:
        yield ("breakdown.cross",), "cross"
        yield ("breakdown.into",), "into"
    if here.rows:
        yield ("breakdown.filter",), "filter"
    yield ("breakdown.define",), "define"
    yield ("write",), "write"
