"""A window on a list of cases of any length: its first rows, its count, its order, any page.

Sorting a million rows for each page is too slow, and so is holding them. A list is therefore
sorted once, into the ids of its cases (8 bytes each); a page is then read by its ids. Until that
is done, the first rows come by themselves.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Sequence
from itertools import islice
from typing import Protocol, TypeAlias, runtime_checkable

from boardtui.core.history.case import COLUMNS, Case
from boardtui.store.connection.database import Database
from boardtui.store.connection.sqlite import SqliteDatabase
from boardtui.store.counting.criteria import Parameters, condition
from boardtui.store.lists.case_rows import case_of
from boardtui.store.lists.listing import Listing
from boardtui.store.tables.indexes import of_one_officer

Order: TypeAlias = "array[int]"
"""The ids of a list's cases, in its order."""

Span = tuple[int, int]
"""The least and the greatest id of a snapshot's cases."""

EVERYWHERE: Span = (0, 2**53)

PEEK = 10_000
"""Cases looked at in the order of an index, before all of them are sorted."""


@runtime_checkable
class Interruptible(Protocol):
    """A database whose query can be ended from another thread."""

    def interrupt(self) -> None: ...


BATCH = 500
"""Cases of a stream that are held, to look up their other day together."""

_SELECTED = ", ".join(COLUMNS)


def head(database: Database, listing: Listing, span: Span, rows: int) -> list[Case]:
    """The first rows of a list, in 10 ms if an index has its order, else in one look at all."""
    if listing.indexed or of_one_officer(listing.where):
        found = _chosen(database, listing, rows)
    else:
        found = _peeked(database, listing, rows) or _first(database, listing, span, rows)
    return beside(database, listing, found)


def span(database: Database, snapshot: int) -> Span:
    """Where a snapshot's cases stand in the table; they are stored together."""
    # Of the ids by themselves PostgreSQL would take the first that fits, from the first of all on.
    sql = "SELECT MIN(id + 0), MAX(id + 0) FROM cases WHERE snapshot_id = :snapshot"
    ((least, greatest),) = database.rows(sql, {"snapshot": snapshot})
    return least or 0, greatest or 0


def count(database: Database, listing: Listing, span: Span = EVERYWHERE) -> int:
    """How many cases are in a list."""
    parameters = Parameters()
    where = _where(database, listing, span, parameters, everybody=listing.everybody)
    ((number,),) = database.rows(f"SELECT COUNT(*) FROM cases WHERE {where}", parameters)
    assert isinstance(number, int)
    return number


def order(database: Database, listing: Listing, span: Span = EVERYWHERE) -> Order:
    """The ids of all cases of a list, in its order: 2 to 3 s for a million."""
    parameters = Parameters()
    where = _where(database, listing, span, parameters, everybody=_in_order(listing))
    by = listing.order_by(parameters)
    rows = database.stream(f"SELECT id FROM cases WHERE {where} ORDER BY {by}", parameters)
    return array("q", (id for (id,) in rows))


def page(database: Database, ids: Sequence[int], listing: Listing | None = None) -> dict[int, Case]:
    """The cases with these ids, by id; of a part's `listing`, with their records of both days."""
    parameters = Parameters()
    names = ", ".join(map(parameters.name, ids))
    if not names:
        return {}
    rows = database.rows(f"SELECT id, {_SELECTED} FROM cases WHERE id IN ({names})", parameters)
    found = [case_of(values) for _, *values in rows]
    cases = beside(database, listing, found) if listing else found
    return {id: case for (id, *_), case in zip(rows, cases, strict=True)}


def beside(database: Database, listing: Listing, cases: list[Case]) -> list[Case]:
    """Cases of a list, each with its record of the other day where the list is of a part."""
    return list(listing.pairing.beside(database, cases)) if listing.pairing else cases


def place(database: Database, listing: Listing, order: Order, case_ref: str) -> int | None:
    """At which row, from 0, a case stands; None where it is not in the list."""
    found = database.rows(
        "SELECT id FROM cases WHERE snapshot_id = :snapshot AND case_ref = :ref",
        {"snapshot": listing.snapshot, "ref": case_ref},
    )
    try:
        return order.index(found[0][0]) if found else None
    except ValueError:
        return None


def stream(database: Database, listing: Listing) -> Generator[Case, None, None]:
    """All cases of a list in its order, one after another, without holding them."""
    parameters = Parameters()
    where = _where(database, listing, EVERYWHERE, parameters, everybody=_in_order(listing))
    by = listing.order_by(parameters)
    sql = f"SELECT {_SELECTED} FROM cases WHERE {where} ORDER BY {by}"
    rows = iter(database.stream(sql, parameters))
    while cases := [case_of(row) for row in islice(rows, BATCH)]:
        yield from beside(database, listing, cases)


def leave(database: Database) -> None:
    """End a query that is under way on another thread, where the database can."""
    if isinstance(database, Interruptible):
        database.interrupt()


def _where(
    database: Database,
    listing: Listing,
    span: Span,
    parameters: Parameters,
    *,
    everybody: bool = False,
) -> str:
    """The condition of a list, by an index that is enough by itself, or read along the table.

    The plus keeps a database from going by an index and fetching each case from somewhere else,
    which takes ten times as long for many cases; a range of ids says what to go by instead.
    """
    snapshot = parameters.name(listing.snapshot)
    if everybody:
        return f"snapshot_id = {snapshot}"
    met = _condition(database, listing, parameters)
    if of_one_officer(listing.where):
        # Found first and sorted then: by itself a database may go by the order and look at all.
        return f"id IN (SELECT id FROM cases WHERE snapshot_id = {snapshot} AND {met})"
    if listing.indexed:
        return f"snapshot_id = {snapshot} AND {met}"
    least, greatest = map(parameters.name, span)
    return f"id BETWEEN {least} AND {greatest} AND +snapshot_id = {snapshot} AND {met}"


def _in_order(listing: Listing) -> bool:
    """Whether an index has the cases of a list, all of them and no others, in its order."""
    return listing.everybody and listing.sort.column == "case_ref"


def _condition(database: Database, listing: Listing, parameters: Parameters) -> str:
    return listing.condition(parameters, like_folds=isinstance(database, SqliteDatabase))


def _chosen(database: Database, listing: Listing, rows: int) -> list[Case]:
    """The first rows, chosen in an index; the table is read for those alone."""
    parameters = Parameters()
    by = listing.order_by(parameters)
    where = _where(database, listing, EVERYWHERE, parameters)
    sql = (
        f"SELECT {_SELECTED} FROM cases WHERE id IN "
        f"(SELECT id FROM cases WHERE {where} ORDER BY {by} LIMIT {rows}) ORDER BY {by}"
    )
    return [case_of(row) for row in database.rows(sql, parameters)]


def _peeked(database: Database, listing: Listing, rows: int) -> list[Case]:
    """The first rows, if an index has their order and they are soon found there; else nothing."""
    indexed = listing.indexed_part()
    if indexed is None or listing.pairing is not None:
        return []
    # Where the index leaves nothing out that the list does, its first rows are the list's.
    whole = len(indexed.parts) == len(listing.where.parts) and not listing.words
    parameters = Parameters()
    by = listing.order_by(parameters)
    snapshot = parameters.name(listing.snapshot)
    part = condition(indexed, listing.day, listing.definition, parameters)
    sql = (
        f"SELECT {_SELECTED} FROM (SELECT {_SELECTED} FROM cases "
        f"WHERE snapshot_id = {snapshot} AND {part} ORDER BY {by} "
        f"LIMIT {rows if whole else PEEK}) soonest "
        f"WHERE {_condition(database, listing, parameters)} ORDER BY {by} LIMIT {rows}"
    )
    found = database.rows(sql, parameters)
    return [case_of(row) for row in found] if len(found) == rows else []


def _first(database: Database, listing: Listing, span: Span, rows: int) -> list[Case]:
    parameters = Parameters()
    where, by = _where(database, listing, span, parameters), listing.order_by(parameters)
    sql = f"SELECT {_SELECTED} FROM cases WHERE {where} ORDER BY {by} LIMIT {rows}"
    return [case_of(row) for row in database.rows(sql, parameters)]
