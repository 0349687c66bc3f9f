"""Whether a board takes the mouse, or leaves it to the terminal to select text with."""

from collections.abc import Mapping

OVER_SSH = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
"""What OpenSSH sets for what it starts: sshd(8), ENVIRONMENT."""


def takes_mouse(setting: str, environment: Mapping[str, str]) -> bool:
    """Whether it does under `display.mouse`: by itself, it does not over SSH."""
    if setting == "auto":
        return not any(environment.get(name) for name in OVER_SSH)
    return setting == "on"
