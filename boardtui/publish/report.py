"""The force's own report on what was published: what is hidden, why, and how far it is known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from boardtui.core.words.spreadsheet import cell as spreadsheet_cell
from boardtui.publish.flow_reader import Bound
from boardtui.publish.layout import Name
from boardtui.publish.protected import Proved

HEADER = (
    *("force", "as_at", "what", "measure", "by", "slice", "count", "why", "at_least", "at_most"),
)
SMALL = "below the threshold"
HIDDEN, NOT_OFFERED = "hidden", "not offered"

Row = Sequence[object]


def rows(
    found: Sequence[Proved], flows: Mapping[tuple[int, str], Sequence[Bound]]
) -> Iterator[Row]:
    """A row for each hidden count, and for each table that is not offered.

    `at_least` and `at_most` are how far the count was proved to be open: no reader can know it to
    lie in less than that.
    """
    for one in found:
        of = (one.snapshot.force.name, one.snapshot.as_at.isoformat())
        yield from ((*of, *row) for row in _cells(one))
        for (measure, by), why in one.pattern.not_offered.items():
            yield (*of, NOT_OFFERED, measure, " by ".join(by), "", "", why, "", "")
        for (number, backlog), bounds in flows.items():
            if number == one.snapshot.id:
                for bound in bounds:
                    name = f"flow of {backlog}"
                    why = "told together with others"
                    yield (*of, HIDDEN, name, "part", bound.name, "", why, bound.low, bound.high)


def _cells(one: Proved) -> Iterator[Row]:
    pattern = one.pattern
    for cell in pattern.hidden.nonzero()[0].tolist():
        names = pattern.layout.names[cell]
        because = one.because.get(names[0])
        why = SMALL if pattern.primary[cell] else "it would give others away"
        if because is not None and not pattern.primary[cell]:
            why = f"it would give away {told(because)}"
        for measure, by, slices in names:
            if (measure, by) in pattern.not_offered:
                continue
            where = " by ".join(by), ", ".join(each or "not recorded" for each in slices)
            count = int(pattern.true[cell])
            ends = int(one.low[cell]), int(one.high[cell])
            yield (HIDDEN, measure, *where, count, why, *ends)


def told(name: Name) -> str:
    """A count in words: "overdue_visits of North, high"."""
    measure, _, slices = name
    return f"{measure} of {', '.join(each or 'not recorded' for each in slices)}"


def write_report(file: TextIO, rows: Iterable[Row]) -> None:
    """Write the report as CSV."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADER)
    for row in rows:
        writer.writerow([spreadsheet_cell(value) for value in row])
