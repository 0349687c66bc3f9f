"""Databases as older versions of boardtui made them, each kept as it was."""

from __future__ import annotations

import gzip
from pathlib import Path

HERE = Path(__file__).parent


def unpacked(version: int, path: Path) -> Path:
    """A database of a version of the tables, put at a path.

    Two days of Oldshire with every kind of file; of Absentshire with columns that one day lacks;
    and a day of Noman, whose cases file has no column of management.
    """
    path.write_bytes(gzip.decompress((HERE / f"version-{version}.db.gz").read_bytes()))
    return path
