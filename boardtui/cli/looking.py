"""The access log of a command line: what is printed or opened is written down before."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from boardtui.access.access import Access
    from boardtui.review.day.selection import Selection
    from boardtui.settings import Settings
    from boardtui.store.connection.database import Database

NOT_SAID = frozenset({
    *("run", "database", "config", "debug", "log_as", "format", "audience", "definition"),
})  # fmt: skip
"""Arguments that are not told of a command: what is of every entry, and what is not looked at."""

OF_BOARD = frozenset({"force", "as_at", "against"})
"""Those that say which board is looked at: the entry has its force and day."""

OTHER_DATABASE = "target"
"""The argument that may be the URL of a second database, with a password in it."""


@contextmanager
def logged(settings: Settings, location: str, known_as: str | None) -> Iterator[Access | None]:
    """The access log while somebody looks; None where the settings name none.

    Raises:
        AccessLogError: it cannot be written.
    """
    access = begun_for(settings, location, known_as)
    try:
        yield access
    finally:
        if access is not None:
            access.close()


def begun_for(settings: Settings, location: str, known_as: str | None) -> Access | None:
    """The access log of one who looks; None where the settings name none.

    Raises:
        AccessLogError: it cannot be written.
    """
    if not settings.access_log.file:
        return None
    from boardtui.access.access import begun
    from boardtui.store.connection.opening import shown

    return begun(settings.access_log, shown(location), known_as)


def look_at(access: Access, database: Database, selection: Selection) -> None:
    """Say in the entries to come which snapshot is looked at."""
    from boardtui.review.day.sealed import seal_of

    access.look_at(selection.force.name, selection.day, seal_of(database, selection))


def _plain(value: object) -> object:
    """An argument as JSON has it."""
    from boardtui.core.criterion.dimension import Slice

    match value:
        case bool() | int() | str():
            return value
        case list() | tuple():
            return list(map(_plain, value))
        case Slice():
            return value.written
        case _:
            return str(value)


def log_printed(
    settings: Settings,
    command: str,
    arguments: argparse.Namespace,
    database: Database | None = None,
    selection: Selection | None = None,
) -> None:
    """Write down that a command prints what is asked for, where there is an access log.

    `selection` is what it looks at in the database, where that is one day of one force.

    Raises:
        AccessLogError: it cannot be written: nothing is to be printed.
    """
    access = _begun(settings, arguments, database, selection)
    if access is None:
        return
    unsaid = OF_BOARD if selection is not None else frozenset()
    told = {"format": getattr(arguments, "format", None), "given": _given(arguments, unsaid)}
    access.write("printed", command=command, **told)


def log_changed(
    settings: Settings, command: str, arguments: argparse.Namespace, *unsaid: str
) -> None:
    """Write down that a command changes a database, where there is an access log.

    `unsaid` are the arguments that are not to be kept anywhere.

    Raises:
        AccessLogError: it cannot be written: nothing is to be changed.
    """
    access = _begun(settings, arguments)
    if access is not None:
        access.write("changed", command=command, given=_given(arguments, frozenset(unsaid)))


def _given(arguments: argparse.Namespace, unsaid: frozenset[str]) -> dict[str, object]:
    """The arguments of a command that an entry tells."""
    from boardtui.store.connection.opening import shown

    left_out = NOT_SAID | unsaid
    return {
        name: shown(value) if name == OTHER_DATABASE else _plain(value)
        for name, value in vars(arguments).items()
        if name not in left_out and value
    }


def log_found(
    settings: Settings, arguments: argparse.Namespace, database: Database, selection: Selection
) -> None:
    """Write down that something is looked for; by which words only where the settings ask for it.

    Raises:
        AccessLogError: it cannot be written: nothing is to be printed.
    """
    access = _begun(settings, arguments, database, selection)
    if access is not None:
        access.write_find(" ".join(arguments.words), command="find")


def _begun(
    settings: Settings,
    arguments: argparse.Namespace,
    database: Database | None = None,
    selection: Selection | None = None,
) -> Access | None:
    """The access log of a command, with what it looks at; None where the settings name none."""
    access = begun_for(settings, arguments.database, arguments.log_as)
    if access is not None and selection is not None and database is not None:
        look_at(access, database, selection)
    return access
