"""What a list of cases holds and in which order, as conditions and sort keys in portable SQL."""

from __future__ import annotations

from datetime import date
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from boardtui.core.criterion.criterion import (
    All,
    Criterion,
    InBand,
    OneOf,
    Overdue,
    Recorded,
    both,
    columns_of,
)
from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import RISK_LEVELS, STATUSES
from boardtui.core.measures.measure import Backlog
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.tables.indexes import held

if TYPE_CHECKING:
    from boardtui.store.lists.part_listing import Pairing

SortColumn = Literal[
    "case_ref",
    "risk_level",
    "unit",
    "officer_ref",
    "visit_due",
    "assessment_due",
    "days_overdue",
    "last_seen",
    "last_assessment",
    "status",
]

SEARCHED = ("case_ref", "unit", "officer_ref", "risk_tool")
"""The columns of free text in which the words of a filter are looked for."""

SEARCHED_LISTS = {"risk_level": RISK_LEVELS, "status": STATUSES}
"""The columns of listed values in which they are looked for too."""

ALWAYS_RECORDED = ("case_ref", "risk_level", "status")

INDEXES: dict[SortColumn, tuple[str, ...]] = {
    "case_ref": (),
    "visit_due": ("status", "management"),
    "assessment_due": ("status",),
}
"""The columns in whose order an index of the cases stands, and those it needs a value of first."""


class Sort(Struct, frozen=True):
    """By which column a list is sorted; cases where it is not recorded come last either way."""

    column: SortColumn
    descending: bool = False


class Listing(Struct, frozen=True):
    """The cases of a snapshot that meet a criterion and hold every word of `text`, in an order.

    Cases that are alike in the sort's column stand by case_ref, so that the order is total.
    `backlog` is the one whose days overdue are meant. With a `pairing`, only its people are listed.
    """

    snapshot: int
    day: date
    definition: Definition
    where: All
    backlog: Backlog
    sort: Sort
    text: str = ""
    pairing: Pairing | None = None

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def everybody(self) -> bool:
        """Whether no case of the snapshot is left out."""
        return not self.where.parts and not self.words and self.pairing is None

    def condition(self, parameters: Parameters, *, like_folds: bool) -> str:
        """The SQL of what a case must meet to be in the list, apart from being of the snapshot.

        `like_folds` is whether the database's LIKE takes capitals and small letters as one.
        """
        words = (_word_sql(word, parameters, like_folds) for word in self.words)
        paired = (self.pairing.condition(parameters),) if self.pairing else ()
        return " AND ".join((self._sql(self.where, parameters), *paired, *words))

    def order_by(self, parameters: Parameters) -> str:
        """The SQL of the order."""
        key, descending = self._key(parameters)
        terms = [] if self._always_recorded(key) else [f"CASE WHEN {key} IS NULL THEN 1 ELSE 0 END"]
        terms.append(f"{key} DESC" if descending else key)
        if key != "case_ref":
            terms.append("case_ref")
        return ", ".join(terms)

    @property
    def indexed(self) -> bool:
        """Whether an index holds all that the list is chosen and sorted by."""
        by: set[str] = {self.sort.column}
        if self.sort.column == "days_overdue":
            by = set(columns_of(self.backlog.overdue))
        return held(self.where, by | set(SEARCHED if self.words else ()))

    def indexed_part(self) -> All | None:
        """The part of the criterion under which an index gives the cases in this order.

        Every case of the list meets it, but not every case that meets it is in the list. None
        where no index has the order.
        """
        key, _ = self._key(Parameters())
        for column, needed in INDEXES.items():
            if column == key and self._always_recorded(key):
                first = [part for part in self.where.parts if _is_one_of(part, needed)]
                dated = [part for part in self.where.parts if _is_of_date(part, key)]
                if len(first) == len(needed):
                    return both(*first, *dated)
        return None

    def _key(self, parameters: Parameters) -> tuple[str, bool]:
        """The SQL of what is sorted by, and whether the greatest comes first."""
        column, descending = self.sort.column, self.sort.descending
        if column == "risk_level":
            whens = (
                f"WHEN {parameters.name(level)} THEN {place}"
                for place, level in enumerate(RISK_LEVELS)
            )
            return f"CASE risk_level {' '.join(whens)} END", descending
        if column != "days_overdue":
            return column, descending
        due, overdue = self.backlog.due, self.backlog.overdue
        if set(both(overdue).parts) <= set(self.where.parts):
            return due, not descending
        return f"CASE WHEN {self._sql(overdue, parameters)} THEN {due} END", not descending

    def _always_recorded(self, key: str) -> bool:
        return (
            key in ALWAYS_RECORDED
            or self.sort.column == "risk_level"
            or any(_is_of_date(part, key) for part in self.where.parts)
        )

    def _sql(self, criterion: Criterion, parameters: Parameters) -> str:
        return condition(criterion, self.day, self.definition, parameters)


def _word_sql(word: str, parameters: Parameters, like_folds: bool) -> str:
    """The SQL of a word that occurs in one of the columns; LOWER takes twice the time of LIKE."""
    tests = []
    for column, values in SEARCHED_LISTS.items():
        names = [parameters.name(value) for value in values if word.lower() in value]
        if names:
            tests.append(f"{column} IN ({', '.join(names)})")
    folded = word if like_folds else word.translate(_IN_SMALL_LETTERS)
    like = parameters.name(f"%{_escaped(folded)}%")
    test = "{0} LIKE {1} ESCAPE '!'" if like_folds else "LOWER({0}) LIKE {1} ESCAPE '!'"
    tests += [test.format(column, like) for column in SEARCHED]
    return f"({' OR '.join(tests)})"


_IN_SMALL_LETTERS = str.maketrans(ascii_uppercase, ascii_lowercase)
"""As SQLite's LIKE takes letters as one: those of English alone."""


def _is_one_of(part: Criterion, columns: tuple[str, ...]) -> bool:
    return isinstance(part, OneOf) and part.column in columns and len(part.values) == 1


def _is_of_date(part: Criterion, column: str) -> bool:
    """Whether a part can only be met where a date is recorded."""
    return isinstance(part, Overdue | InBand | Recorded) and part.column == column


def _escaped(word: str) -> str:
    """A word that LIKE takes letter by letter."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
