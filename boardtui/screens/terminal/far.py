"""What is otherwise where the terminal is at the far end of a line: the program runs over SSH."""

from collections.abc import Mapping

OVER_SSH = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
"""What OpenSSH sets for what it starts: sshd(8), ENVIRONMENT."""

HERE, FAR = 100, 300
"""Milliseconds that an escape is waited behind, on this machine and over SSH.

An escape is a key itself, and begins those of others: a line may bring an arrow in three pieces.
"""


def is_far(environment: Mapping[str, str]) -> bool:
    """Whether the program was started over SSH."""
    return any(environment.get(name) for name in OVER_SSH)


def takes_mouse(setting: str, environment: Mapping[str, str]) -> bool:
    """Whether a board takes the mouse under `display.mouse`, or leaves it to select text with.

    By itself it takes it, but not over SSH.
    """
    return not is_far(environment) if setting == "auto" else setting == "on"


def escape_delay(setting: int, environment: Mapping[str, str]) -> float:
    """Seconds under `display.escape_delay`, which is of milliseconds; 0 is by itself."""
    return (setting or (FAR if is_far(environment) else HERE)) / 1_000
