"""The screen of the months ahead: how many, the fan, and beneath it all that it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.forecast.back_test import Tested
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.core.words.wording import number_text, percent_text
from boardtui.panels.cards.words import label, line, strong
from boardtui.panels.forecast.fan import fan, legend
from boardtui.panels.head import head
from boardtui.panels.large import SMALL, said_large
from boardtui.panels.panel import Board
from boardtui.panels.rows import Rows, rows_of
from boardtui.panels.text import Chunk, Line, chunk, columns, quiet, space, wrapped
from boardtui.review.forecast.forecast import Forecast
from boardtui.review.forecast.told import (
    clearance_sentence,
    fluid_sentence,
    tested_sentence,
    unknown_sentence,
)

CRUMB = "Board › The months ahead"

WORKING = "The months ahead are being worked out…"

TESTING = "How such forecasts did before is being worked out…"

MARGIN = 2

NARROW = 60
"""Columns below which a statement says no more than it must."""

LEAST = 6
"""Rows that the tables have in sight under the picture, where the screen is not small."""


def forecast_rows(
    board: Board,
    found: Forecast | None,
    back_test: Sequence[Tested] | None,
    width: int,
    height: int,
    notes: Sequence[str] = (),
) -> Rows:
    """The screen for a size, without the line of keys; None is what is not worked out yet."""
    top: list[Line] = [head(board.review, width, CRUMB, then=False)]
    room = width - 2 * MARGIN
    for note in notes:
        top += [(space(1), *each) for each in wrapped([chunk(quiet(note))], width - 2)]
    if found is None:
        return rows_of(top, [[(), *_set_in(wrapped([chunk(WORKING)], room))]], width)
    if found.outcome is None:
        told = wrapped([chunk(unknown_sentence(found))], room)
        return rows_of(top, [[(), *_set_in(told)]], width)
    small = height < SMALL
    above = [*_statement(found, width, height), ()]
    beneath = height - 1 - len(top) - len(above) - 2
    picture = fan(found, room, max(0, min(beneath - (0 if small else LEAST), height // 2)))
    if picture:
        above += [*_set_in(picture), *_set_in(wrapped(legend(), room, gap=0)), ()]
    rest = list(_tables(found, back_test, room, fluid=small))
    return rows_of(top, [[*above, *_set_in(rest)]], width)


def _statement(found: Forecast, width: int, height: int) -> list[Line]:
    """The end of the months in large digits, and what is said of it.

    On a small screen only the band and when it is cleared: the rest is told under the picture.
    """
    assert found.outcome is not None
    last = found.outcome.months[-1]
    name = BACKLOGS[found.asked.backlog].name
    stated = found.asked.tried is not None or found.asked.seen is not None
    goes_on = "if so many are tried" if stated else "if all goes on as before"
    title = f"overdue {name} at {day_text(last.as_at)}, {goes_on}"
    if width < NARROW:
        title = f"overdue {name}, {day_text(last.as_at)}"
    band = f"in 8 of 10 runs {number_text(last.low)} to {number_text(last.high)}"
    now = f"; {number_text(found.overdue)} at {day_text(found.as_at)}" if width >= NARROW else ""
    sentences = [f"{band}{now}"]
    if width >= NARROW:
        sentences.append(clearance_sentence(found))
    if height >= SMALL:
        sentences.append(fluid_sentence(found))
    above = [] if width < NARROW else [()]
    return [*above, *said_large(number_text(last.median), title, sentences, width, height)]


def _tables(
    found: Forecast, back_test: Sequence[Tested] | None, width: int, *, fluid: bool
) -> Iterator[Line]:
    if fluid:
        if width < NARROW - 2 * MARGIN:
            yield from wrapped([chunk(clearance_sentence(found))], width)
        yield from wrapped([chunk(fluid_sentence(found))], width)
        yield ()
    yield from _what_if(found, width)
    yield ()
    yield from _months(found, width)
    yield ()
    yield from _tested(back_test, width)
    yield ()
    yield line(strong("What is taken for granted"))
    for assumption in found.assumptions:
        words = chunk(assumption.words, quiet(f" ({assumption.source})"))
        yield from wrapped([words], width)
    runs = f"{number_text(found.asked.runs)} runs, seed {found.asked.seed}: the same again"
    yield from wrapped(line(label(f"{runs} whenever the same is asked.")), width)


def _row(*texts: str, head: bool = False) -> list[Chunk]:
    return [chunk(quiet(text)) if head else chunk(text) for text in texts]


def _table(rows: Sequence[Sequence[Chunk]], width: int) -> list[Line]:
    return columns(rows, frozenset(range(1, len(rows[0]))), width, gap=3)


def _what_if(found: Forecast, width: int) -> Iterator[Line]:
    assert found.outcome is not None
    day = day_text(found.ends[-1])
    yield line(strong("What if"), label(f", at {day}"))
    rows = [_row("tried a month, found in", "overdue", "middle 80%", "cleared", head=True)]
    for one in found.what_if:
        stay = ", no date moved" if one.dates_stay else ""
        rows.append(
            _row(
                f"{number_text(one.tried)}, {percent_text(one.seen, 0)}{stay}",
                number_text(one.median),
                f"{number_text(one.low)}–{number_text(one.high)}",
                f"{percent_text(one.within, 0)} of runs",
            )
        )
    yield from _table(rows, width)


def _months(found: Forecast, width: int) -> Iterator[Line]:
    assert found.outcome is not None
    yield line(strong("Month by month"))
    rows = [_row("", "median", "middle 80%", "nothing varying", "cleared by then", head=True)]
    by_then = 0.0
    outcome = found.outcome
    for month, value, part in zip(
        outcome.months, found.fluid, outcome.cleared.by_month, strict=True
    ):
        by_then += part
        rows.append(
            _row(
                day_text(month.as_at),
                number_text(month.median),
                f"{number_text(month.low)}–{number_text(month.high)}",
                number_text(value),
                percent_text(by_then, 0),
            )
        )
    yield from _table(rows, width)


def _tested(back_test: Sequence[Tested] | None, width: int) -> Iterator[Line]:
    yield line(strong("How such forecasts did before"))
    if back_test is None:
        yield line(label(TESTING))
        return
    yield from wrapped([chunk(tested_sentence(back_test))], width)
    told = [one for one in back_test if one.coverage is not None]
    if not told:
        return
    rows = [_row("months ahead", "origins", "held", "bias", "score", "last value's", head=True)]
    for one in told:
        rows.append(
            _row(
                number_text(one.horizon),
                number_text(one.origins),
                percent_text(one.coverage or 0, 0),
                number_text(one.bias or 0, 1),
                number_text(one.interval_score or 0, 1),
                number_text(one.last_value_interval_score or 0, 1),
            )
        )
    yield from _table(rows, width)


def _set_in(lines: Sequence[Line]) -> list[Line]:
    return [(space(MARGIN), *each) if each else each for each in lines]
