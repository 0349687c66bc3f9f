"""The URL of a database: what it names, and how messages show it without its secrets."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from boardtui.store.connection.server_url import SECRETS, why

DRIVERS = {"postgresql": "postgresql+psycopg"}
"""The driver of a server whose URL names none: the one that boardtui is tested with."""


def engine_url(url: str) -> URL:
    """The URL with the driver that is meant where none is named.

    Raises:
        ArgumentError: it is none.
    """
    try:
        parsed = make_url(url)
    except ValueError as error:  # a port that is no number
        raise ArgumentError("the URL cannot be read") from error
    if "@" in (parsed.database or ""):
        # What stands there is the end of a password with a stroke in it.
        raise ArgumentError("the URL cannot be read")
    return parsed.set(drivername=DRIVERS.get(parsed.drivername, parsed.drivername))


def without_password(url: str) -> str:
    """The URL as messages show it.

    Raises:
        ArgumentError: it is none.
    """
    engine_url(url)  # sees that it is one
    parsed = make_url(url)
    hidden = {name: "***" for name in SECRETS if name in parsed.query}
    return parsed.update_query_dict(hidden).render_as_string(hide_password=True)


def has_password(url: str) -> bool:
    """Whether a password stands in a URL.

    Raises:
        ArgumentError: it is none.
    """
    parsed = engine_url(url)
    return bool(parsed.password) or any(name in parsed.query for name in SECRETS)


def why_failed(error: Exception, url: URL) -> str:
    """Why a server did not do what it was asked, in its own words, without a full stop."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    secrets = (url.password, *(url.query.get(name) for name in SECRETS))
    return why(cause, [each for each in secrets if isinstance(each, str) and each])


def file_of(url: str) -> Path | None:
    """The SQLite file that a URL names: that is opened as any file, which never makes one."""
    parsed = engine_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return Path(parsed.database)
