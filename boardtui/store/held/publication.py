"""What a database says of its being published: for whom, and by which rules."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from boardtui.core.audience.audience import Audience, strictest
from boardtui.core.audience.rules import Rules
from boardtui.store.connection.database import Database
from boardtui.store.held.values import DatabaseDamagedError


class Publication(Struct, frozen=True):
    """A published database: what it was protected by, and how many counts are hidden in it."""

    rules: Rules
    hidden: int


def publication(database: Database) -> Publication | None:
    """How a database was published; None where it was not."""
    rows = database.rows("SELECT audience, threshold, rounding, zeros, hidden FROM publications")
    if not rows:
        return None
    name, threshold, rounding, zeros, hidden = rows[0]
    if name not in tuple(Audience) or threshold is None or rounding is None:
        raise DatabaseDamagedError("The database", "it does not say whom it was published for")
    rules = Rules(Audience(name), threshold, rounding, bool(zeros), published=True)
    return Publication(rules, hidden or 0)


def rules_in(database: Database, asked: Rules) -> Rules:
    """What may be seen of a database: by the stricter of what was asked for and its own rules."""
    found = publication(database)
    if found is None:
        return asked
    own = found.rules.audience
    return found.rules if strictest(own, asked.audience) is own else asked


Table = tuple[str, str, str | None]
"""A measure, a dimension, and another where it is told apart by two; the unit first."""


def not_offered(database: Database, snapshot: int) -> Mapping[Table, str]:
    """Which tables a published database does not have of a snapshot, and why."""
    rows = database.rows(
        "SELECT measure, dimension, other_dimension, why FROM not_offered "
        "WHERE snapshot_id = :snapshot",
        {"snapshot": snapshot},
    )
    return {(measure, dimension, other): why or "" for measure, dimension, other, why in rows}
