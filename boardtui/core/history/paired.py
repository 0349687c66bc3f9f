"""A case of one day beside its record of another: what changed that bears on a backlog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from boardtui.core.history.case import COLUMNS, Case
from boardtui.core.history.history import CHANGES, recorded
from boardtui.core.measures.measure import Backlog
from boardtui.core.words.days import day_text


class Leaving(Struct, frozen=True):
    """A row of a leavers file: the day somebody left, and why where that is given."""

    left_on: date
    reason: str | None


class PairedCase(Case, frozen=True):
    """A case of a list, with its records of the earlier and the later day.

    It is one of the two itself; the other is None where the person is not in that snapshot. `left`
    is the latest leavers' row in between of somebody who is not in the later one.
    """

    then: Case | None = None
    now: Case | None = None
    left: Leaving | None = None


def paired(case: Case, *, then: Case | None, now: Case | None, left: Leaving | None) -> PairedCase:
    """A case of a list with what is known of it on both days."""
    own: dict[str, Any] = {name: getattr(case, name) for name in COLUMNS}
    return PairedCase(**own, then=then, now=now, left=left)


def what_changed(case: Case, backlog: Backlog) -> str:
    """What differs between the two days, in words: "due 3 Mar 2023 → 12 Feb 2024 · risk …".

    Empty of a case that stands by itself.
    """
    if not isinstance(case, PairedCase):
        return ""
    if case.now is None:
        return _left(case.left)
    if case.then is None:
        return "not in the earlier file"
    if told := " · ".join(_changes(case.then, case.now, backlog)):
        return told
    return "nothing changed" if case.then == case.now else "nothing that bears on it changed"


def _left(left: Leaving | None) -> str:
    if left is None:
        return "not in the later file; no leaver's row"
    reason = left.reason.replace("_", " ") if left.reason else "no reason given"
    return f"left {day_text(left.left_on)}, {reason}"


def _changes(then: Case, now: Case, backlog: Backlog) -> Iterator[str]:
    titles = {backlog.due: "due", backlog.last: f"last {backlog.seen}"} | CHANGES
    for column, title in titles.items():
        was, is_now = getattr(then, column), getattr(now, column)
        if was != is_now:
            yield f"{title} {recorded(was)} → {recorded(is_now)}"
