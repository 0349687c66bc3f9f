"""How long the rest of a key is waited for behind an escape, which is a key itself."""

from collections.abc import Mapping

from boardtui.screens.terminal.mouse import OVER_SSH

HERE, FAR = 100, 300
"""Milliseconds on this machine, and over SSH: a line may bring an arrow key in three pieces."""


def escape_delay(setting: int, environment: Mapping[str, str]) -> float:
    """Seconds under `display.escape_delay`, which is of milliseconds; 0 is by itself."""
    far = any(environment.get(name) for name in OVER_SSH)
    return (setting or (FAR if far else HERE)) / 1_000
