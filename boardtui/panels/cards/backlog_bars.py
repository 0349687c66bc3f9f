"""The bars of a backlog's card, then and now and by days overdue: on one scale with the other's."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.criterion.dimension import slice_title
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.wording import value_text
from boardtui.panels.cards.bars import LEAST, Row, barred, room_beside, scale_of
from boardtui.panels.cards.words import known, label, then_text
from boardtui.panels.text import Chunk, Line, Span, chunk, quiet
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review


class BacklogBars(Struct, frozen=True):
    """The bars of one backlog, on the scale that they share with the other's.

    There are none of then and now where then is not known, and none by days overdue where these
    are not known, or have no room.
    """

    then_now: tuple[Line, ...]
    bands: tuple[Line, ...]


LEAD = 2
"""Blank columns before the bars by days overdue."""


def backlog_bars(name: str, review: Review, width: int, narrowest: int) -> BacklogBars:
    """The bars of a backlog on a card of a width; `narrowest` is the narrower card of the two."""
    names = [backlog.overdue_name for backlog in BACKLOGS.values()]
    whole = _alike({each: _then_now(each, review) for each in names})
    bands = _alike({each: _bands(each, review) for each in names})
    rooms = [(rows, room_beside(rows, narrowest)) for rows in whole.values() if rows]
    rooms += [(rows, room_beside(rows, narrowest, lead=LEAD)) for rows in bands.values() if rows]
    scale = scale_of((row.value, room) for rows, room in rooms if room >= LEAST for row in rows)
    by_days = bands[name] if room_beside(bands[name], width, lead=LEAD) >= LEAST else []
    return BacklogBars(
        tuple(barred(whole[name], width, scale=scale)),
        tuple(barred(by_days, width, lead=LEAD, scale=scale)),
    )


def _then_now(name: str, review: Review) -> list[Row]:
    one = known(review.figures(name))
    then = one.comparison.then if one is not None else None
    if one is None or then is None or not (was := then_text(one, review)):
        return []
    now = chunk(value_text(one.figure, unit=False), subject=one)
    return [
        Row((chunk(label("then")), chunk(was)), then.value, then=True),
        Row((chunk(label("now")), now), one.figure.value),
    ]


def _bands(name: str, review: Review) -> list[Row]:
    """The age bands, where somebody is overdue; the first says that it is days."""
    bands = [one for one in review.by(name, "age_band") if one.figure.given and not one.earlier]
    if not any(one.figure.value or one.figure.suppressed for one in bands):
        return []
    return [
        Row(
            (chunk(quiet(title)), chunk(value_text(one.figure, unit=False), subject=one)),
            one.figure.value,
        )
        for title, one in zip(_titles(bands), bands, strict=True)
    ]


def _titles(bands: list[ComparedFigure]) -> list[str]:
    titles = [slice_title("age_band", one.figure.slices[0].value) for one in bands]
    return [
        f"{title} late" if not n else title.removesuffix(" days") for n, title in enumerate(titles)
    ]


def _alike(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Tables with their numbers as wide as each other's, so that bars begin in one column."""
    widths = [row.cells[1].width for rows in tables.values() for row in rows]
    return {
        name: [
            replace(row, cells=(row.cells[0], _flush(row.cells[1], max(widths)))) for row in rows
        ]
        for name, rows in tables.items()
    }


def _flush(cell: Chunk, wide: int) -> Chunk:
    return replace(cell, spans=(Span(" " * (wide - cell.width)), *cell.spans))
