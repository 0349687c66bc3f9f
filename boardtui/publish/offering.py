"""What is offered of a snapshot: every table that can be made safe and is worth reading."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from boardtui.publish.fewer import Fewer
from boardtui.publish.layout import Dimensions, Ints
from boardtui.publish.narrowing import Narrowed, implied_crosses, known_crosses, narrowed
from boardtui.publish.pattern import Pattern, Table
from boardtui.publish.protection import Protection
from boardtui.publish.proving import Progress
from boardtui.publish.worth import (
    MOST_HIDDEN,
    could_be_worth,
    is_worth,
    least_told,
    mostly_hidden,
    why_not_worth,
)


def offer(pattern: Pattern, people: Ints, progress: Progress) -> Protection:
    """Make a pattern safe: the single dimensions, then one cross after another, if it can be.

    Whether a cross is worth offering is judged by what it nearly comes to; what is left in the end
    is made safe at once. Returns what proves it, over a pattern without the other crosses.
    """
    for table in pattern.tables:
        if table[1] and (why := why_not_worth(pattern, table)):
            pattern.withdraw(table, why)
    crosses: dict[Dimensions, list[Table]] = {}
    for measure, by in pattern.tables:
        if len(by) > 1 and (measure, by) not in pattern.not_offered:
            crosses.setdefault(by, []).append((measure, by))
    for table in (table for tables in crosses.values() for table in tables):
        pattern.withdraw(table, MOST_HIDDEN)
    crossed = known_crosses(pattern)
    here = narrowed(pattern, people, crossed)
    found = _protection(here, progress)
    _settle(found, list(here.pattern.tables))
    Fewer(found).show_again()
    here.keep(pattern)
    alone = pattern.hidden.copy()
    for by, tables in crosses.items():
        progress(f"trying {' by '.join(by)}", 0, None)
        here.keep(pattern)
        tried = narrowed(pattern, people, {*crossed, by[1]})
        for table in tables:
            tried.pattern.offer(table)
        _settle_nearly(_protection(tried, progress), here.pattern, tables)
        if is_worth(here.pattern, tried.pattern, tables):
            crossed, here = {*crossed, by[1]}, tried
    here.keep(pattern)
    # What was hidden of single dimensions for crosses is asked anew, now that it is known which.
    pattern.hidden &= alone | ~pattern.single
    here = narrowed(pattern, people, crossed | implied_crosses(pattern))
    found = _protection(here, progress)
    _settle(found, list(here.pattern.tables))
    Fewer(found).hide_fewer()
    here.keep(pattern)
    return found


def held_against_more(
    pattern: Pattern, people: Ints, before: Protection, progress: Progress
) -> Protection:
    """Hide what it takes besides to make a pattern safe from who knows more than before."""
    crossed = {*before.pattern.layout.crossed, *known_crosses(pattern)}
    here = narrowed(pattern, people, crossed)
    found = _protection(here, progress)
    found.because.update(before.because)
    found.protect(lambda: False)
    here.keep(pattern)
    return found


def _protection(here: Narrowed, progress: Progress) -> Protection:
    return Protection(here.pattern, here.people, progress)


def _settle(protection: Protection, tables: Sequence[Table]) -> None:
    """Make a pattern safe, and leave out those of some tables that hide most people."""
    pattern = protection.pattern
    before = pattern.hidden.copy()
    while True:
        protection.protect(lambda: bool(mostly_hidden(pattern, tables)))
        if not _leave_out(pattern, mostly_hidden(pattern, tables)):
            return
        pattern.hidden &= before


def _settle_nearly(protection: Protection, without: Pattern, tables: Sequence[Table]) -> None:
    """Make a pattern nearly safe, and leave out what hides most people: of a cross, then others.

    Ends as soon as the cross cannot be worth more than the pattern without it.
    """
    pattern = protection.pattern
    before = pattern.hidden.copy()
    new = np.concatenate([pattern.tables[table] for table in tables])
    protection.prover.taken[:] = True
    protection.prover.taken[new] = False
    while True:
        protection.hide_many()
        most = mostly_hidden(pattern, tables) or mostly_hidden(pattern, pattern.tables)
        if not _leave_out(pattern, most) or not could_be_worth(without, pattern, tables):
            return
        pattern.hidden &= before


def _leave_out(pattern: Pattern, tables: Sequence[Table]) -> bool:
    """Offer no more those of some tables that tell least; whether there are any."""
    for table in least_told(pattern, tables):
        pattern.withdraw(table, MOST_HIDDEN)
    return bool(tables)
