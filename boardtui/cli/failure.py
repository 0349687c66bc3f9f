"""What went wrong, as a sentence on stderr and an exit status. Never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys

from boardtui.process.ending import INTERRUPTED, EndedError

DONE, FAILED, USAGE, UNREADABLE = 0, 1, 2, 3
"""The exit statuses: the same for every command. What a signal ends has one of `ending`."""


class UsageError(Exception):
    """Something on the command line cannot be; the message is a sentence for the user."""


SENTENCES = (
    ("boardtui.cli.failure", "UsageError", USAGE),
    ("boardtui.settings.faults", "SettingsError", USAGE),
    ("boardtui.review", "NotThereError", USAGE),
    ("boardtui.decks.faults", "DeckError", USAGE),
    ("boardtui.store.connection.database", "DatabaseUnreadableError", UNREADABLE),
    ("boardtui.store.held.values", "DatabaseDamagedError", UNREADABLE),
    ("boardtui.access.log", "AccessLogError", FAILED),
    ("boardtui.process.ssh_keygen", "SigningError", FAILED),
    ("boardtui.demo", "DemoMissingError", FAILED),
    ("boardtui.publish.publishing", "PublishRefusedError", FAILED),
    ("boardtui.ingest.faults", "IngestUsageError", USAGE),
    ("boardtui.ingest.faults", "IngestRefusedError", FAILED),
    ("boardtui.ingest.faults", "IngestFailedError", FAILED),
)
"""Exceptions whose message is a sentence for the user, by module and name, with their status.

They are looked up where they are imported already: what is not has raised nothing.
"""

OF_DATABASE = (("sqlite3", "Error"), ("sqlalchemy.exc", "SQLAlchemyError"))


def status_of(error: BaseException, *, details: bool = False) -> int:
    """Say what went wrong, and return the exit status for it; `details` go to a file."""
    _let_go_of_stdout()
    if isinstance(error, BrokenPipeError):
        return DONE
    status, sentence = _told(error)
    if details and status in (FAILED, UNREADABLE):
        from boardtui.cli.details import written

        sentence += f"\n{written(error)}"
    say(sentence)
    return status


def say(text: str) -> None:
    """Write to stderr, with nothing in it that a terminal would obey."""
    from boardtui.core.words.ascii import in_locale
    from boardtui.core.words.shown import shown

    if sys.stderr is not None:
        lines = (in_locale(shown(line)) for line in text.split("\n"))
        with contextlib.suppress(OSError):  # the terminal may be gone
            print("\n".join(lines), file=sys.stderr, flush=True)


def _told(error: BaseException) -> tuple[int, str]:
    for module, name, status in SENTENCES:
        if _is(error, module, name):
            return status, str(error)
    match error:
        case EndedError(status=status):
            return status, str(error)
        case KeyboardInterrupt():
            return INTERRUPTED, "Interrupted."
        case _ if any(_is(error, module, name) for module, name in OF_DATABASE):
            first = str(error).partition("\n")[0]
            if "decode to UTF-8" in first:  # the rest of it is the text, of whomever it is
                first = "it holds a text that is not UTF-8"
            return UNREADABLE, f"The database cannot be read: {first}."
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return FAILED, f"{where}{error.strerror or 'the file cannot be used'}."
        case MemoryError():
            return FAILED, "There is not enough memory for this."
    # The message of an unforeseen error may quote a record; its kind never does.
    return FAILED, (
        f"boardtui failed by a fault of its own ({type(error).__name__}). Please report it to "
        "whoever gave you boardtui, with the command that you gave. With --debug, it writes to a "
        "file where it failed."
    )


def _is(error: BaseException, module: str, name: str) -> bool:
    kind = getattr(sys.modules.get(module), name, None)
    return kind is not None and isinstance(error, kind)


def _let_go_of_stdout() -> None:
    """Where the rest cannot be written (a closed pipe, a full disk), do not try again at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
