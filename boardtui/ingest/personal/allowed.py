"""What the settings allow to be stored although it looks like personal data."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.words.nearest import did_you_mean
from boardtui.ingest.columns import FIELDS
from boardtui.ingest.faults import IngestUsageError
from boardtui.ingest.personal.kinds import KINDS


def named(file: str, column: str, kind: str) -> str:
    """How a setting names a kind of personal data in a column of a kind of file."""
    return f"{file}.{column}:{kind}"


NAMES = frozenset(
    named(file, field.name, kind)
    for file, fields in FIELDS.items()
    for field in fields
    for kind in KINDS
)


def see_allowed(allowed: Iterable[str]) -> None:
    """See that what is allowed names what there is.

    Raises:
        IngestUsageError: it does not.
    """
    for each in allowed:
        if each not in NAMES:
            raise IngestUsageError(
                f"The setting personal.allow has {each!r}, which names nothing"
                f"{did_you_mean(each[:100], NAMES)} An entry is FILE.COLUMN:KIND, such as "
                f'"cases.unit:address"; a kind is one of {", ".join(KINDS)}.'
            )
