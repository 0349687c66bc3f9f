"""Opening a database to read it: a SQLite file, or a server by its URL."""

from __future__ import annotations

from pathlib import Path

from boardtui.store import COUNTED_AS_NOW, OLDEST_READ, SCHEMA_VERSION
from boardtui.store.connection.database import Database, DatabaseUnreadableError
from boardtui.store.connection.sqlite import SqliteDatabase


def open_database(location: str) -> Database:
    """Open a database read-only.

    Raises:
        DatabaseUnreadableError: it is absent, not a boardtui database, or of another version.
    """
    if not is_url(location):
        return _checked(location, SqliteDatabase(Path(location)))
    return _checked(location, _server(location))


def _server(location: str) -> Database:
    """A server by its URL: PostgreSQL by its driver alone, since SQLAlchemy is slow to import."""
    from boardtui.store.connection.server_url import usual

    url = usual(location)
    if url is not None:
        try:
            from boardtui.store.connection.postgresql import PostgreSQLDatabase
        except ImportError:
            pass  # What stands below says what to install.
        else:
            return PostgreSQLDatabase(url)
    from boardtui.store.connection.server import open_server

    return open_server(location)


def is_url(location: str) -> bool:
    return "://" in location


def shown(location: str) -> str:
    """The database as messages name it: a URL without its password, and nothing of a bad one."""
    if not is_url(location):
        return location
    from boardtui.store.connection.server_url import usual

    if (known := usual(location)) is not None:
        return known.shown
    from sqlalchemy.exc import ArgumentError

    from boardtui.store.connection.url import without_password

    try:
        return without_password(location)
    except ArgumentError:
        return "the database"


def _checked(location: str, database: Database) -> Database:
    """A database that was opened, if its tables are of this version; else it is closed again.

    Raises:
        DatabaseUnreadableError: they are not.
    """
    try:
        _check_version(location, database)
    except DatabaseUnreadableError:
        database.close()
        raise
    return database


def _check_version(location: str, database: Database) -> None:
    found = database.rows("SELECT version FROM schema_version")
    version = found[0][0] if found else None
    is_file = isinstance(database, SqliteDatabase)
    if version == SCHEMA_VERSION or (is_file and version in range(OLDEST_READ, SCHEMA_VERSION)):
        return
    name = shown(location)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise DatabaseUnreadableError(
            f"{name} was made by a newer boardtui (its tables are version {version}, this one "
            f"reads version {SCHEMA_VERSION}): update boardtui to open it."
        )
    raise DatabaseUnreadableError(
        f"{name} was made by an older boardtui (its tables are version {version}, this one reads "
        f"version {SCHEMA_VERSION}): boardtui upgrade {name} makes them today's."
    )


def is_older(database: Database) -> bool:
    """Whether an older boardtui made a database, so that this one reads it and writes nothing."""
    return isinstance(database, SqliteDatabase) and database.version != SCHEMA_VERSION


def older_note(database: Database) -> str | None:
    """What to bear in mind of the figures of an older database; None where they are today's."""
    if not isinstance(database, SqliteDatabase) or database.version >= COUNTED_AS_NOW:
        return None
    return (
        "made by an older boardtui: what that did not count is not known until boardtui upgrade "
        "counts it"
    )
