"""Criteria as SQL: portable conditions, with every value a parameter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from boardtui.core.criterion.criterion import (
    All,
    AnyOf,
    Criterion,
    InBand,
    Later,
    Not,
    OneOf,
    Overdue,
    Recorded,
)
from boardtui.core.criterion.definition import Definition
from boardtui.store.connection.database import Value


class Parameters(dict[str, Value]):
    """The values of one query; the same value keeps the same name."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[tuple[type, Value], str] = {}

    def name(self, value: Value) -> str:
        """The placeholder of a value, which is taken in if it is new."""
        # 1 and 1.0 are equal, and not the same to every database.
        name = self._names.setdefault((type(value), value), f"p{len(self)}")
        self[name] = value
        return f":{name}"


def condition(
    criterion: Criterion,
    day: date,
    definition: Definition,
    parameters: Parameters,
    column_of: Callable[[str], str] = str,
) -> str:
    """The criterion as a SQL condition, true just where the criterion holds.

    Where a column is null the condition may be unknown instead of false; a query takes both alike,
    and `Not` makes it false first. `column_of` gives the SQL of a column's name, for joins.
    """

    def sql(part: Criterion) -> str:
        match part:
            case OneOf(column, (value,)):
                return f"{column_of(column)} = {parameters.name(value)}"
            case OneOf(column, values):
                names = ", ".join(parameters.name(value) for value in values)
                return f"{column_of(column)} IN ({names})"
            case Recorded(column):
                return f"{column_of(column)} IS NOT NULL"
            case Overdue(column):
                return before(column, definition.cutoff(day))
            case InBand(column, low, high):
                newest = before(column, day - timedelta(days=low - 1))
                if high is None:
                    return newest
                oldest = parameters.name(day - timedelta(days=high))
                return f"({newest} AND {column_of(column)} >= {oldest})"
            case Later(column, than):
                return f"{column_of(column)} > {column_of(than)}"
            case Not(Recorded(column)):
                return f"{column_of(column)} IS NULL"
            case Not(inner):
                return f"NOT COALESCE(({sql(inner)}), FALSE)"
            case All(parts):
                told = map(sql, sorted(parts, key=_others_last))
                return f"({' AND '.join(told)})" if parts else "1 = 1"
            case AnyOf(parts):
                return f"({' OR '.join(map(sql, parts))})"

    def before(column: str, limit: date) -> str:
        return f"{column_of(column)} < {parameters.name(limit)}"

    return sql(criterion)


def _others_last(part: Criterion) -> bool:
    """Days come first: they leave out most, and a database asks one condition after another."""
    return not isinstance(part, Overdue | InBand | Later | AnyOf)
