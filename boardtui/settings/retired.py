"""Settings that there were once: whoever has one is told so, and everything else is read."""

from collections.abc import Mapping

RETIRED: Mapping[str, str] = {
    "display.spacing": "the cards of the board take the room that there is",
}
"""What there is in the place of each setting that is gone, by its name."""


def told(where: str, name: str) -> str:
    """A sentence for whoever still has a setting; `where` is the file or variable that names it."""
    return f"{where}: there is no setting {name} any more, {RETIRED[name]}. Delete it."
