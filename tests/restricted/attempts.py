"""Every way out of a process that is known, tried in it: prints which of them were open, as JSON.

`attempts.py free|restricted FOLDER DATABASE`, where FOLDER holds a file `secret` and a folder
`exports`. In a restricted process, what is open must stay within the board.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

CLOSED = "This is closed in a restricted board"

HOSTILE = (
    *("BOARDTUI_DISPLAY_CASES", "TEXTUAL_LOG", "PYTHONPATH", "EDITOR", "PAGER", "LESSOPEN"),
    *("TMPDIR", "XDG_RUNTIME_DIR", "PGPASSFILE", "SSH_ORIGINAL_COMMAND", "ESCDELAY"),
)


def attempts(folder: Path, database: Path) -> dict[str, Callable[[], object]]:
    """What is tried, by its name: open unless it raises that it is closed, or gives False."""
    return {**files(folder, database), **reaching(folder, database), **known(folder)}


def files(folder: Path, database: Path) -> dict[str, Callable[[], object]]:
    secret, new = folder / "secret", folder / "new"
    return {
        "reading a file": secret.read_bytes,
        "reading by the system's own call": lambda: os.close(os.open(secret, os.O_RDONLY)),
        "reading by a way round": (folder / "exports" / ".." / "secret").read_bytes,
        "listing a folder": lambda: os.listdir(folder),  # noqa: PTH208
        "going through a folder": lambda: list(os.scandir(folder)),
        "writing a file": lambda: new.write_text("out"),
        "writing beside the database": lambda: database.with_name("x.db").write_text("out"),
        "adding to the database": lambda: database.open("ab").close(),
        "making a folder": (folder / "made").mkdir,
        "making a link": lambda: (folder / "link").symlink_to(secret),
        "making a hard link": lambda: (folder / "hard").hardlink_to(secret),
        "naming a file otherwise": lambda: secret.rename(folder / "secret"),
        "changing who may read": lambda: secret.chmod(0o644),
        "changing when it was changed": lambda: os.utime(secret),
        "cutting a file short": lambda: os.truncate(secret, 3),
        "removing a file": (folder / "removed").unlink,
    }


def reaching(folder: Path, database: Path) -> dict[str, Callable[[], object]]:
    return {
        "starting a program": lambda: subprocess.run(["true"], check=True),
        "starting Python": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        "a shell": lambda: os.system("true"),
        "another process": _fork,
        "another program in its place": lambda: os.execv(folder / "none", ["none"]),
        "another program beside it": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "a browser": lambda: webbrowser.GenericBrowser("true").open("about:blank"),
        "a connection": lambda: _with_socket(lambda one: one.connect(("127.0.0.1", 9))),
        "listening": lambda: _with_socket(lambda one: one.bind(("127.0.0.1", 0))),
        "another database": lambda: sqlite3.connect(folder / "other.db").close(),
        "the database, to change it": lambda: sqlite3.connect(database).close(),
        "strange code in SQLite": lambda: _with_sqlite(lambda one: one.load_extension("none")),
        "sorting in files": lambda: _sorts_in_files(database),
        "files beside the database": lambda: _makes_files_beside(database),
    }


def known(folder: Path) -> dict[str, Callable[[], object]]:
    from boardtui.cli.details import written
    from boardtui.link.folder import LinkError, made

    def link() -> object:
        try:
            return made({"XDG_RUNTIME_DIR": str(folder)})
        except (LinkError, OSError):
            return False

    return {
        "where it failed, written down": lambda: CLOSED not in written(ValueError()),
        "a socket for the notes": link,
        "a picture by Textual": lambda: asyncio.run(_screenshot(folder)),
        "a core": lambda: resource.getrlimit(resource.RLIMIT_CORE)[1] != 0,
        "being stopped": lambda: signal.getsignal(signal.SIGTSTP) is not signal.SIG_IGN,
        "being made to leave a core": lambda: (
            signal.getsignal(signal.SIGQUIT) is not signal.SIG_IGN
        ),
        "bytecode of what it imports": lambda: not sys.dont_write_bytecode,
        "a folder that it is in": lambda: Path.cwd() != Path("/"),
        "a home folder": lambda: Path("~").expanduser().is_dir(),
        **{name: lambda name=name: name in os.environ for name in HOSTILE},  # type: ignore[misc]
    }


def _fork() -> None:
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _with_socket(act: Callable[[socket.socket], object]) -> None:
    with socket.socket() as opened:
        act(opened)


def _with_sqlite(act: Callable[[sqlite3.Connection], object]) -> None:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.enable_load_extension(True)
        act(opened)


def _sorts_in_files(database: Path) -> bool:
    from boardtui.store.connection.sqlite_file import read_only

    with closing(read_only(database)[0]) as opened:
        how = opened.execute("PRAGMA temp_store").fetchone()
    return bool(how != (2,))  # SQLite's number for memory


def _makes_files_beside(database: Path) -> bool:
    from boardtui.store.connection.sqlite_file import beside, read_only

    with closing(read_only(database)[0]) as opened:
        opened.execute("SELECT version FROM schema_version").fetchone()
        return beside(database, "-shm").exists()


async def _screenshot(folder: Path) -> None:
    from textual.app import App

    app: App[None] = App()
    async with app.run_test():
        app.save_screenshot(path=str(folder))


def is_open(attempt: Callable[[], object]) -> bool:
    """Whether what is tried is let through, whatever becomes of it then."""
    try:
        return attempt() is not False
    except Exception as error:
        return CLOSED not in str(error)


def main(how: str, folder: Path, database: Path) -> None:
    from boardtui.cli.restricted import bounds_of, enter
    from boardtui.process.confinement import confine
    from boardtui.settings import Restricted, Settings

    tried = attempts(folder, database)
    if how == "restricted":
        enter()
        settings = Settings(restricted=Restricted(exports=str(folder / "exports")))
        confine(bounds_of(str(database), settings))
    print(json.dumps({name: is_open(attempt) for name, attempt in tried.items()}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
