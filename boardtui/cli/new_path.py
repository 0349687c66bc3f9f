"""Where a command makes a file: nothing of the user's is ever written over."""

from __future__ import annotations

import os
from pathlib import Path

from boardtui.cli.failure import UsageError


def new_path(named: Path | str) -> Path:
    """A path at which a file can be made.

    Raises:
        UsageError: something is there already, or no folder to make it in.
    """
    path = Path(named)
    if os.path.lexists(path):
        raise UsageError(taken(path))
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent} is no folder to make {path.name} in.")
    return path


def taken(path: Path) -> str:
    """That something is at a path already, as a sentence with what to do."""
    return f"{path} is there already: remove it first, or name another path."
