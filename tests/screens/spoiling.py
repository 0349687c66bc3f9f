"""Ways in which the file of a database is lost while a board shows it."""

from __future__ import annotations

from pathlib import Path


def overwrite(path: Path) -> None:
    path.write_bytes(b"no database " * 4096)


def empty(path: Path) -> None:
    path.write_bytes(b"")
