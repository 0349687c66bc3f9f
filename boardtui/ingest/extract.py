"""An extract file, its values checked one by one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from msgspec import Struct, field

from boardtui.ingest.checks import in_column
from boardtui.ingest.coded import Coded, Mask, RawTable, Rows
from boardtui.ingest.columns import FIELDS, Field
from boardtui.ingest.day_values import Day
from boardtui.ingest.faults import FaultGroup, of_file
from boardtui.ingest.month_first import month_first
from boardtui.ingest.personal.refusing import Looking, refused
from boardtui.ingest.values import Parsed, Value


class Column(Struct, frozen=True):
    """A column's values: that of row i is `values[codes[i]]`; None is not recorded (or wrong)."""

    coded: Coded
    values: list[Value]

    def at(self, row: int) -> Value:
        return self.values[int(self.coded.codes[row])]


class Extract(Struct):
    """One file: its values, and everything wrong with it.

    `good` says of each row whether it can be stored; `left_out` also counts the rows that are not
    in the table at all, for having too many or too few fields.
    """

    kind: str
    path: Path
    digest: str = ""
    rows: Rows = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    columns: dict[str, Column] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    """The columns that the file had, by our names; of the others nothing is known."""
    marks: frozenset[str] = frozenset()
    """What is kept with those names: of columns of pseudonyms, the key that they were made with."""
    good: Mask = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))
    faults: list[FaultGroup] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is said of how it was read, each the end of a sentence on the file."""
    doubts: list[FaultGroup] = field(default_factory=list)
    """What is odd in how it was read: warnings."""
    unreadable: bool = False
    """A fault of the whole file: nothing of it can be stored, and nothing beside it."""
    misshapen: int = 0

    @property
    def file(self) -> str:
        """The file as it was named, for messages."""
        return str(self.path)

    @property
    def columns_said(self) -> str:
        """The columns that it had, as they are stored with the snapshot."""
        return " ".join(sorted(self.given | self.marks))

    def refuse(self, why: str, column: str | None = None) -> None:
        """Let nothing of the file be stored, for a fault of the whole file, said in a sentence."""
        self.unreadable = True
        self.faults.append(of_file(self.file, why, column))

    @property
    def left_out(self) -> int:
        return int((~self.good).sum()) + self.misshapen

    @property
    def stored(self) -> int:
        return int(self.good.sum())


def take(extract: Extract, table: RawTable, looking: Looking) -> None:
    """Parse a table's columns into an extract; whatever is wrong stands in the extract's faults.

    Dates in the past cannot be after the day that is looked with, which is the snapshot's.
    """
    day = looking.day
    table, personal = refused(extract.kind, table, looking)
    for column in personal:
        extract.refuse(column.why, column.called)
    of_persons = {column.name for column in personal}
    extract.rows = table.rows
    extract.given = frozenset(table.columns)
    extract.good = np.ones(len(table.rows), dtype=np.bool_)
    if extract.kind == "cases" and not len(table.rows) and not extract.misshapen:
        extract.refuse("it has no rows: a snapshot has at least one case")
    for each in FIELDS[extract.kind]:
        coded = table.columns.get(each.name)
        if coded is None:
            nothing = np.zeros(len(table.rows), dtype=np.int32)
            extract.columns[each.name] = Column(Coded(nothing, [""]), [each.default])
            continue
        called = table.called[each.name]
        if each.name in of_persons:
            continue
        if isinstance(each.kind, Day) and (wrong := month_first(coded.texts)) is not None:
            row = table.rows[coded.where([wrong])][0]
            extract.refuse(
                f"the dates of its column {called} can only be month first (row {row}: "
                f"{coded.texts[wrong]}): write them like 2024-01-17 or 17/01/2024",
                called,
            )
            continue
        parsed = parse(each, coded)
        for mask, group in in_column(extract.file, called, each, coded, parsed, table.rows, day):
            extract.good &= ~mask
            extract.faults.append(group)
        extract.columns[each.name] = Column(coded, parsed.values)


def parse(each: Field, coded: Coded) -> Parsed:
    """The value of each distinct text; a blank is the field's default."""
    texts = coded.texts
    parsed = each.kind.parse(texts)
    if "" in texts:
        blank = texts.index("")
        parsed.values[blank] = each.default
        parsed.wrong.pop(blank, None)
        if each.required and not each.may_be_blank:
            parsed.wrong[blank] = "a value: it is required"
    for place, expected in coded.wrong.items():
        parsed.values[place] = None
        parsed.wrong[place] = expected
    return parsed
