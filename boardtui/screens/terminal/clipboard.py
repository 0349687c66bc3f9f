"""Whether what is sent to a terminal's clipboard (OSC 52) may arrive there."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.screens.terminal.powers import OF_OLD, numbered

WITHOUT = ("linux", "ansi", "dumb", "sun", "wyse", *OF_OLD, *numbered("cons"))
"""What the names of terminals begin with that have no clipboard: consoles, and those of old."""

THROUGH_TMUX = ("tmux", "screen")
"""What TERM begins with inside tmux, also on the far side of an SSH connection."""


def no_clipboard(environment: Mapping[str, str]) -> str | None:
    """Why nothing is sent there, in a sentence; None where it may arrive."""
    term = environment.get("TERM", "").lower()
    if not term.startswith(WITHOUT):
        return None
    return f"This terminal has no clipboard (TERM={term})."


def on_its_way(environment: Mapping[str, str]) -> str:
    """What has to be so for a copy to arrive, a sentence; empty where nothing is known of it."""
    term = environment.get("TERM", "").lower()
    if environment.get("TMUX") or term.startswith(THROUGH_TMUX):
        return (
            "y: tmux passes a copy on to your terminal only once it is told to, by "
            "tmux set -s set-clipboard on."
        )
    return ""
