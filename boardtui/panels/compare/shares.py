"""The row of a figure's share: of its base on each side, with the difference in points."""

from __future__ import annotations

from boardtui.core.comparing.shares_compared import bases_differ
from boardtui.core.figure.figure import Figure
from boardtui.core.figure.share import Share
from boardtui.core.words.wording import share_text, signed_interval, value_text
from boardtui.panels.cards.words import mark
from boardtui.panels.compare.entry import INCOMPARABLE, NOTHING, Entry, absent, by_whom, then_figure
from boardtui.panels.phrases import base_words
from boardtui.review.day.aligned import Aligned
from boardtui.review.day.review import Review


def share_entries(row: Aligned, review: Review) -> list[Entry]:
    """The shares of both sides; after them the other share then, where it says something else."""
    now = row.now.share if row.now else None
    if row.now is not None and row.now.earlier:
        return [_entry(now, None, "", of(now), now.of, NOTHING)] if now else []
    found = _then(row, review)
    then = found[0][0] if found else None
    known = now or then
    if known is None:
        return []
    mine = mark(found[0][1], review) if found else ""
    nothing = absent(review)
    comparable = row.comparison is not None and bool(row.comparison.comparable)
    entries = [_entry(then, now, mine, of(known), known.of, nothing, comparable=comparable)]
    for share, other in found[1:]:
        if then is None or share.interval != then.interval:
            text = _text(share, share.of) + mark(other, review)
            entries.append(Entry(f"{of(share)}, {by_whom(other)}", text, quiet=True))
    return entries


def of(share: Share) -> str:
    """The base of a share, as the name of its row: "of actively managed"."""
    return f"of {base_words(share.of)}"


def _then(row: Aligned, review: Review) -> list[tuple[Share, Figure]]:
    """The shares of the baseline's day: of the figure that stands there first."""
    found = [
        (share, figure)
        for share, figure in ((row.share_said, row.said), (row.share_counted, row.counted))
        if share is not None and figure is not None
    ]
    stands = then_figure(row, review)
    return sorted(found, key=lambda each: each[1] is not stands)


def _entry(
    then: Share | None,
    now: Share | None,
    mine: str,
    name: str,
    named: str,
    nothing: str,
    *,
    comparable: bool = False,
) -> Entry:
    change, notes, by = "", "", None
    if now and then and comparable:
        notes = bases_differ(now, then) or ""
        points = (now.interval - then.interval).scaled(100)
        change = INCOMPARABLE if notes else signed_interval(points, 1, " points")
        by = None if notes else now.value - then.value
    return Entry(
        name,
        _text(then, named) + mine if then else nothing,
        change,
        _text(now, named),
        values=(then.value if then else None, by, now.value if now else None),
        notes=(notes,) if notes else (),
        quiet=True,
    )


def _text(share: Share | None, named: str) -> str:
    """A share with its base; that is named where it is another one than the row's."""
    if share is None:
        return NOTHING
    base = "" if share.of == named else f" {base_words(share.of)}"
    return f"{share_text(share.interval)} of {value_text(share.base, unit=False)}{base}"
