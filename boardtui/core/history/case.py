"""A case: one person on the register of a day, by a pseudonym."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from boardtui.core.criterion.criterion import Row


class Case(Struct, frozen=True):
    """A row of the cases file, column by column; None is not recorded."""

    case_ref: str
    risk_level: str
    status: str
    management: str
    unit: str | None
    officer_ref: str | None
    mappa_category: str | None
    mappa_level: str | None
    visit_due: date | None
    last_visit: date | None
    assessment_due: date | None
    last_assessment: date | None
    registered_on: date | None
    risk_tool: str | None
    last_seen: date | None
    """The later of last_visit and the last visit seen by the visits file: no column of a file."""

    @property
    def row(self) -> Row:
        """The case by its column names."""
        return {name: getattr(self, name) for name in COLUMNS}


COLUMNS = Case.__struct_fields__
"""What is stored of a case: the columns of the cases file in its order, and when it was seen."""

OF_FILE = COLUMNS[:-1]
"""The columns of the cases file, in its order."""

DATES = tuple(name for name, kind in Case.__annotations__.items() if kind == "date | None")
"""Those of them that hold a day."""
