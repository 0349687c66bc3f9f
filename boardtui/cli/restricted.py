"""`--restricted`: a board for whoever may look at one database and do nothing else on a machine.

The command line is the administrator's, behind a forced command of SSH (docs/ssh.md). Whoever sits
before the board chooses its keys alone: neither their folders nor their environment counts.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from boardtui.cli.commands import command_in
from boardtui.cli.failure import UsageError
from boardtui.store.connection.opening import is_url

if TYPE_CHECKING:
    from boardtui.export.outlets import Outlets
    from boardtui.process.confinement import Bounds
    from boardtui.settings import Settings
    from boardtui.settings.load import Loaded

FLAG = "--restricted"

ISOLATED = ("-I", "-m", "boardtui")
"""How Python is started so that neither the environment nor a user's own packages change it."""

KEPT = frozenset(
    {
        *("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "TMUX", "STY"),
        *("LANG", "TZ", "USER", "LOGNAME"),
        *("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "SSH_USER_AUTH"),
    }
)
"""What of the environment is looked at: the terminal, the language, and who is there from where."""

KEPT_BEGINNING = "LC_"

NOWHERE = "/nonexistent"
"""The home folder that libraries find: none (Debian Policy Manual, 9.2.3)."""

DEAF_TO = (signal.SIGQUIT, signal.SIGTSTP)
"""What a terminal can send before the board has taken it over: to leave a core, or to stop."""


def enter() -> None:
    """Leave everything behind that whoever started this process could have put in its way.

    Where Python itself could be changed by that, it is started once more.
    """
    environment = kept(os.environ)
    if not sys.flags.isolated:
        if sys.flags.utf8_mode and environment.get("LC_CTYPE") == "C.UTF-8":
            del environment["LC_CTYPE"]  # Python's own doing, where the locale was C
        os.execve(sys.executable, [sys.executable, *ISOLATED, *sys.argv[1:]], environment)
    os.environ.clear()
    os.environ.update(environment)
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for one in DEAF_TO:
        signal.signal(one, signal.SIG_IGN)
    os.chdir(os.sep)


def kept(environment: Mapping[str, str]) -> dict[str, str]:
    """What of an environment a restricted board has."""
    named = {k: v for k, v in environment.items() if k in KEPT or k.startswith(KEPT_BEGINNING)}
    return named | {"HOME": NOWHERE}


def refuse_others(words: Sequence[str]) -> None:
    """Refuse a command line that asks for more than a restricted board.

    Raises:
        UsageError: it does.
    """
    if (command := command_in(words)) is not None:
        raise UsageError(
            f"{FLAG} is for the board alone, and not for boardtui {command}. On the board / finds "
            "any figure, c shows then and now, and f5 shows slides; where TERM is dumb, it is "
            "printed as text."
        )
    if "--debug" in words:
        raise UsageError(f"--debug writes a file, which {FLAG} does not allow: leave it out.")


def need_terminal() -> None:
    """Refuse to open the board where nobody could see it, in words for who came over SSH.

    Raises:
        UsageError: stdin or stdout is no terminal.
    """
    if not all(one is not None and one.isatty() for one in (sys.stdin, sys.stdout)):
        raise UsageError(
            "A board is all that is shown here, and it needs a terminal to show itself on: "
            "connect with ssh -t, and without a command."
        )


def admitted(location: str, config: str | None) -> Loaded:
    """The administrator's settings for a restricted board; nobody else's are looked for.

    Raises:
        UsageError: what the command line names could be another file in another folder.
        SettingsError: the settings cannot be used, or not for a restricted board.
    """
    from boardtui.settings.faults import SettingsError
    from boardtui.settings.load import load_alone

    check_named(location, config)
    loaded = load_alone(Path(config) if config else None)
    if faults := list(_faults(loaded.settings)):
        raise SettingsError([f"{config}: {fault}" for fault in faults])
    return loaded


def check_named(location: str, config: str | None) -> None:
    """See that a database and the settings are named so that they can be no others.

    Raises:
        UsageError: one is not named by its whole path, or a password would be seen by all.
    """
    if is_url(location) and _shows_password(location):
        raise UsageError(
            f"{FLAG} takes no password on the command line, where everybody on the machine "
            "sees it: have the server know the account (peer), or name a file that only it "
            "can read: postgresql://…?passfile=/etc/boardtui/pgpass."
        )
    for path in filter(None, (None if is_url(location) else location, config)):
        if not Path(path).is_absolute():
            raise UsageError(f"{FLAG} takes files by their whole path, and {path} is none.")


def _shows_password(url: str) -> bool:
    """Whether a password stands in the URL of a database.

    Raises:
        UsageError: it is none.
    """
    from boardtui.store.connection.server_url import usual

    if (known := usual(url)) is not None:
        return bool(known.secrets)
    # Of others SQLAlchemy knows, which is slow to import.
    from sqlalchemy.exc import ArgumentError

    from boardtui.store.connection.url import has_password

    try:
        return has_password(url)
    except ArgumentError:
        raise UsageError("The URL of the database cannot be read.") from None


def _faults(settings: Settings) -> Iterator[str]:
    """What is wrong with settings for a restricted board, a sentence each."""
    deck, exports = settings.present.deck, settings.restricted.exports
    log = settings.access_log.file
    if log and not Path(log).is_absolute():
        yield f"access_log.file is {log}; {FLAG} takes a log by its whole path."
    if deck and not Path(deck).is_absolute():
        yield f"present.deck is {deck}; {FLAG} takes a deck by its whole path."
    if exports and not Path(exports).is_absolute():
        yield f"restricted.exports is {exports}; expected the whole path of a folder."
    elif exports and not (Path(exports).is_dir() and os.access(exports, os.W_OK | os.X_OK)):
        yield f"restricted.exports is {exports}; there is no such folder, or none to write to."


def outlets_of(settings: Settings) -> Outlets:
    """What may leave a restricted board."""
    from boardtui.export.outlets import Outlets

    allowed = settings.restricted
    folder = Path(allowed.exports) if allowed.exports else None
    return Outlets(allowed.clipboard, folder is not None, folder, followed=False)


def bounds_of(location: str, settings: Settings) -> Bounds:
    """All that a restricted board may do on the machine."""
    from boardtui.process.confinement import Bounds
    from boardtui.store.connection.sqlite_file import SUFFIXES, beside

    database = None if is_url(location) else Path(location)
    read = [Path(settings.present.deck)] if settings.present.deck else []
    if database is not None:
        read += [database, *(beside(database, suffix) for suffix in SUFFIXES)]
    write = [Path(settings.access_log.file)] if settings.access_log.file else []
    if not settings.restricted.exports:
        return Bounds(read, write, database)
    from boardtui.export.picture.png import COMMAND

    return Bounds(read, [*write, Path(settings.restricted.exports)], database, [COMMAND])
