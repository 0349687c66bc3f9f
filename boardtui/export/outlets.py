"""What may leave a board besides its screen: to the clipboard, to files, to the notes of a show."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

from msgspec import Struct

NOT_COPIED = "Nothing goes to the clipboard: this board is restricted."
NOT_WRITTEN = "Nothing is written to a file: this board is restricted."

_KIND = r"(?P<rows>csv|txt)|(?P<picture>svg|png)(?P<size>\s+\d{1,4}\s*[x×]\s*\d{1,4})?"


class Outlets(Struct, frozen=True):
    """Where what a board shows may go; as constructed, wherever whoever sits before it says.

    `folder` is the one that files are written to, under names that the board gives them; None:
    wherever the path leads that is typed. `followed` is whether notes can follow a show.
    """

    clipboard: bool = True
    files: bool = True
    folder: Path | None = None
    followed: bool = True

    @property
    def in_words(self) -> str:
        """What may not leave it, as a sentence for the list of keys; empty where anything may."""
        if not self.clipboard and not self.files:
            return "This board is restricted: nothing goes to the clipboard or to a file."
        return " ".join(
            told
            for told, closed in ((NOT_COPIED, not self.clipboard), (NOT_WRITTEN, not self.files))
            if closed
        )


class KindError(ValueError):
    """What was typed is no kind of file; its text is a sentence for who typed it."""


def path_in(folder: Path, stem: str, typed: str, now: datetime) -> str:
    """A path that nobody typed: in a folder, of the kind that is asked for ("csv", "svg 200x50").

    The size of a picture stays behind it. No two boards give the same name.

    Raises:
        KindError: what is typed is no kind.
    """
    found = re.fullmatch(_KIND, typed.strip(), re.IGNORECASE)
    if found is None:
        raise KindError("say csv, txt, svg or png, and of a picture its size: svg 200x50")
    kind = (found["rows"] or found["picture"]).lower()
    name = f"{stem}-{now:%Y%m%d-%H%M%S}-{os.urandom(3).hex()}.{kind}"
    return f"{folder / name}{found['size'] or ''}"
