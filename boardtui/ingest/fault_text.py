"""Faults and warnings as a person reads them on a terminal: by kind, with exact counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from boardtui.core.words.shown import spelt
from boardtui.ingest.faults import Fault, FaultGroup, Faults

SHOWN = 50
"""How many faults of a kind are listed before the rest are only counted."""

EXAMPLES = 3


def quoted(value: str | None) -> str:
    """A value in quotation marks: short, and with nothing in it that a terminal would obey."""
    if value is None:
        return "nothing"
    if not value:
        return "blank"
    cut = value if len(value) <= 60 else f"{value[:60]}…"
    return f'"{spelt(cut)}"'


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 row", "12,431 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def refusal(faults: Faults) -> str:
    """Why the files were refused: every kind of fault, and where."""
    lines = [f"Nothing was stored: {counted(len(faults), 'fault')} in the files."]
    cut = False
    for group in faults.groups:
        lines.append("")
        lines.extend(_group(group))
        cut = cut or len(group) > SHOWN
    if all(len(group.rows) for group in faults.groups):
        every = "lists every fault in FILE" if cut else "lists the faults in FILE"
        lines += [
            "",
            f"Mend the files, or give --rejects FILE: it {every} and stores the other rows.",
        ]
    return "\n".join(lines)


def _group(group: FaultGroup) -> Iterator[str]:
    if not len(group.rows):
        yield f"{group.file}: {group.expected}."
        return
    where = f"{group.file}, column {group.column}" if group.column else group.file
    yield f"{where}: expected {group.expected}"
    for fault in islice(group, SHOWN):
        yield f"  row {fault.row}: {quoted(fault.value)}"
    if len(group) > SHOWN:
        yield f"  the first {SHOWN} of {counted(len(group), 'row')}"


def doubts_text(doubts: Iterable[FaultGroup]) -> Iterator[str]:
    """Warnings, one line a kind: how many, what is odd, and the first few."""
    for group in doubts:
        if not len(group.rows):
            yield f"{group.file}: {group.expected}"
            continue
        first = list(islice(group, EXAMPLES))
        several = f"; the first {EXAMPLES}" if len(group) > EXAMPLES else ""
        examples = ", ".join(map(_example, first))
        yield (
            f"{group.file}: {counted(len(group), 'row')} where {group.expected} "
            f"({examples}{several})"
        )


def _example(fault: Fault) -> str:
    return f"row {fault.row}: {quoted(fault.value)}"
