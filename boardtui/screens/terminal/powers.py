"""What a terminal can do beyond the plainest, by the name that it gives itself in TERM.

No terminal is asked: over a slow line the answer would come late, and some print the question.
"""

from __future__ import annotations

from msgspec import Struct

ERASING = ("xterm", "tmux", "linux", "rxvt", "alacritty", "foot", "konsole", "gnome", "vte")
"""How terminals are named that erase to the ground that is drawn on: terminfo(5), bce.

tmux does since its version 2.5, whatever its entry there says; GNU screen does only if told to.
"""

STEADY_LINE = "\x1b[4 q"
"""The cursor as a line that does not blink: DECSCUSR."""
AS_SET = "\x1b[0 q"

STEADY_ON_LINUX, AS_SET_ON_LINUX = "\x1b[?17;0;64c", "\x1b[?0c"
"""Of the console of Linux: a cursor drawn by colour does not blink there (VGA-softcursor)."""

SHAPED = ("xterm", "tmux", "rxvt", "alacritty", "foot", "konsole", "gnome", "vte")


def numbered(name: str) -> tuple[str, ...]:
    """What the names of terminals begin with that are a name and a number."""
    return tuple(f"{name}{digit}" for digit in range(10))


OF_OLD = numbered("vt")
"""How terminals of old are named: vt100, vt220."""

MONO = ("-m", "-mono")
"""What terminals of one colour say of themselves at the end of their names."""


class Powers(Struct, frozen=True):
    """What one can do: see `erases` of `Shown`; `steady` keeps the cursor from blinking.

    `as_set` gives it back as whoever sits there has set it.
    """

    colours: bool = True
    erases: bool = False
    answers: bool = False
    """Whether it knows questions after its powers, and answers them, or keeps quiet."""
    brightens: bool = False
    """Whether it draws what is bold in a brighter colour, and no bolder."""
    steady: str = ""
    as_set: str = ""


def powers_of(term: str) -> Powers:
    """The powers of a terminal of a name."""
    colours = not term.startswith(OF_OLD) and not term.endswith(MONO)
    erases = term.startswith(ERASING)
    if term.startswith("linux"):
        return Powers(colours, erases, False, True, STEADY_ON_LINUX, AS_SET_ON_LINUX)
    if term.startswith(SHAPED):
        return Powers(colours, erases, True, False, STEADY_LINE, AS_SET)
    return Powers(colours, erases)
