"""Settings of what leaves boardtui: files, papers, the screen of others, and who looked."""

from typing import Annotated

from msgspec import Struct

from boardtui.settings.kinds import Text, Truth
from boardtui.settings.setting import About


class Export(Struct, frozen=True):
    """What is written to files."""

    byte_order_mark: Annotated[
        bool,
        About(
            Truth(),
            "Whether CSV files that the board writes begin with a byte-order mark, by which Excel"
            " knows that they are UTF-8. With false they have none, for programs that stumble "
            "over it.",
        ),
    ] = True


class Pack(Struct, frozen=True):
    """How the board paper is written."""

    marking: Annotated[
        str,
        About(
            Text(),
            "The official marking of a paper for the force, at the head and the foot of each page "
            "of one that is made of its records. Papers for the board and the public have none.",
        ),
    ] = "OFFICIAL: contains case-level data"


class Restricted(Struct, frozen=True):
    """What leaves a board that is opened with --restricted, besides what is on its screen."""

    clipboard: Annotated[
        bool,
        About(
            Truth(),
            "Whether y sends what is copied to the clipboard of the terminal that the board is "
            "seen on, which is on the reader's own machine.",
        ),
    ] = False
    exports: Annotated[
        str,
        About(
            Text(),
            'The folder that w writes files to, by its whole path, "/srv/boardtui/exports": under '
            "names that the board gives them, since none can be typed. Without one, w writes "
            "nothing.",
        ),
    ] = ""


class AccessLog(Struct, frozen=True):
    """Who looked, written down."""

    file: Annotated[
        str,
        About(
            Text(),
            "A file to which a line is added for whatever is looked at, and by whom: "
            "docs/access-log.md says what is in it. Where it cannot be written, nothing is shown. "
            "Without one, nothing is written down.",
        ),
    ] = ""
    finds: Annotated[
        bool,
        About(
            Truth(),
            "Whether the access log has the words that somebody looked for. With false it has that "
            "something was looked for, and what was opened.",
        ),
    ] = False
