"""What went wrong, as a sentence on stderr and an exit status. Never a traceback."""

from __future__ import annotations

import contextlib
import os
import sys

DONE, FAILED, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit statuses: the same for every command."""


class UsageError(Exception):
    """Something on the command line cannot be; the message is a sentence for the user."""


SENTENCES = (
    ("boardtui.cli.failure", "UsageError", USAGE),
    ("boardtui.settings.faults", "SettingsError", USAGE),
    ("boardtui.review", "NotThereError", USAGE),
    ("boardtui.store.database", "DatabaseUnreadableError", UNREADABLE),
    ("boardtui.demo", "DemoMissingError", FAILED),
    ("boardtui.ingest.faults", "IngestUsageError", USAGE),
    ("boardtui.ingest.faults", "IngestRefusedError", FAILED),
    ("boardtui.ingest.faults", "IngestFailedError", FAILED),
)
"""Exceptions whose message is a sentence for the user, by module and name, with their status.

They are looked up where they are imported already: what is not has raised nothing.
"""

OF_DATABASE = (("sqlite3", "Error"), ("sqlalchemy.exc", "SQLAlchemyError"))


def status_of(error: BaseException) -> int:
    """Say what went wrong, and return the exit status for it."""
    _let_go_of_stdout()
    if isinstance(error, BrokenPipeError):
        return DONE
    if os.environ.get("BOARDTUI_DEBUG") == "1":
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    status, sentence = _told(error)
    say(sentence)
    return status


def say(text: str) -> None:
    """Write to stderr, with nothing in it that a terminal would obey."""
    from boardtui.core.shown import shown

    if sys.stderr is not None:
        lines = (shown(line) for line in text.split("\n"))
        print("\n".join(lines), file=sys.stderr, flush=True)


def _told(error: BaseException) -> tuple[int, str]:
    for module, name, status in SENTENCES:
        if _is(error, module, name):
            return status, str(error)
    match error:
        case KeyboardInterrupt():
            return INTERRUPTED, "Interrupted."
        case _ if any(_is(error, module, name) for module, name in OF_DATABASE):
            first = str(error).partition("\n")[0]
            return UNREADABLE, f"The database cannot be read: {first}."
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return FAILED, f"{where}{error.strerror or 'the file cannot be used'}."
        case MemoryError():
            return FAILED, "There is not enough memory for this."
    # The message of an unforeseen error may quote a record; its kind never does.
    return FAILED, (
        f"boardtui failed by a fault of its own ({type(error).__name__}). Please report it to "
        "whoever gave you boardtui, with the command that you gave; BOARDTUI_DEBUG=1 shows more."
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
