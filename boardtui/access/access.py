"""What is written down of one who looks: entries of one JSON object a line."""

from __future__ import annotations

import json
import os
import secrets
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from boardtui.access.log import AccessLogError, Lines
from boardtui.access.who import who

VERSION = 1

__all__ = ["Access", "AccessLogError", "begun"]


class AccessSettings(Protocol):
    """The settings of the access log."""

    @property
    def file(self) -> str: ...

    @property
    def finds(self) -> bool: ...


class Access:
    """The entries of one session: who it is, and which database, force and day it looks at."""

    def __init__(
        self, lines: Lines, who: dict[str, object], database: str, *, finds: bool = False
    ) -> None:
        self._lines, self._who, self._database = lines, who, database
        self._finds = finds
        self._session = secrets.token_hex(4)
        self.force: str | None = None
        self.day: date | None = None
        self.seal: str | None = None

    def look_at(self, force: str, day: date, seal: str | None = None) -> None:
        """Which force and day later entries are of, and the seal of that snapshot."""
        self.force, self.day, self.seal = force, day, seal

    def write(self, event: str, **what: object) -> None:
        """Write an entry.

        Raises:
            AccessLogError: it cannot be written.
        """
        entry = {
            "version": VERSION,
            "at": f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z",
            "session": self._session,
            **self._who,
            "database": self._database,
            "seal": self.seal,
            "force": self.force,
            "day": self.day.isoformat() if self.day else None,
            "event": event,
            **what,
        }
        # What is no ASCII is escaped, and so is every control character but one.
        self._lines.add(json.dumps(entry).replace("\x7f", "\\u007f").encode("ascii"))

    def write_find(self, words: str, **what: object) -> None:
        """Write that something was looked for; by which words only where the settings ask for it.

        Raises:
            AccessLogError: it cannot be written.
        """
        self.write("find", words=words if self._finds else None, **what)

    def close(self) -> None:
        """Write that the session has ended, if that can be written."""
        try:
            self.write("closed")
        except AccessLogError:
            pass
        finally:
            self._lines.close()


def begun(settings: AccessSettings, database: str, known_as: str | None) -> Access:
    """The access log of the settings, opened for one session over a database, as it is shown.

    Raises:
        AccessLogError: it cannot be written.
    """
    if "://" not in database:
        database = os.path.abspath(database)  # noqa: PTH100 - as it was named, links and all
    lines = Lines(Path(settings.file).expanduser())
    return Access(lines, who(known_as), database, finds=settings.finds)
