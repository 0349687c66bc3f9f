"""The rule book: what each audience may not see, each with the sentence that says so.

What is on a screen and what leaves the office stand on the same rules; see docs/audiences.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from msgspec import Struct

from boardtui.core.audience.audience import Audience

BOARD_THRESHOLD = 5
PUBLIC_THRESHOLD = 10
PUBLIC_ROUNDING = 5


class Way(Enum):
    """A way to see more than the counts of one slice."""

    CASES = auto()
    """Lists of cases, one case, and finding one."""
    CROSSES = auto()
    """Two slices at once: crosses, slices within slices, and parts of a flow by slice."""
    AGES = auto()
    """Ages of a slice: the oldest, the median and the longest unseen are of single people."""
    OFFICERS = auto()
    """Figures by officer."""


COURTESY = (
    "Hiding on screen is a courtesy to the room: whoever has the database can read all of it."
)
"""What hiding is, and is not: said wherever something is hidden or closed."""

ABSENT = "The database holds no record, and nothing of what is hidden."
"""What publishing is: said in the place of the above."""

HIDDEN = "hidden, so that it gives nobody away"
"""What the mark of a hidden count means, whether it is small or hidden to protect another."""

_SENTENCES: Mapping[Way, str] = {
    Way.CASES: "Single cases are closed: this is shown to {room}.",
    Way.CROSSES: "Two slices at once are closed: this is shown to {room}, and so few are in both "
    "that people could be told.",
    Way.AGES: "The ages of a slice are closed: this is shown to {room}, and they are of single "
    "people.",
    Way.OFFICERS: "Officers are not listed: this is shown to {room}.",
}

_CLOSED: Mapping[Audience, frozenset[Way]] = {
    Audience.FORCE: frozenset(),
    Audience.BOARD: frozenset({Way.CASES, Way.CROSSES, Way.AGES}),
    Audience.PUBLIC: frozenset(Way),
}

ROOMS: Mapping[Audience, str] = {
    Audience.FORCE: "the force",
    Audience.BOARD: "the board",
    Audience.PUBLIC: "the public",
}
"""Each audience within a sentence."""


class Rules(Struct, frozen=True):
    """What one audience may see.

    Counts from 1 up to `threshold` − 1 are hidden in every slice below the whole force, and with
    them what would give them away; the force's own totals are shown. Counts are rounded to the
    nearest multiple of `rounding`. Without `zeros`, a slice of nobody is hidden too. Of a database
    that was `published`, what may not be seen is not there: all of it is shown, crosses too.
    """

    audience: Audience = Audience.FORCE
    threshold: int = 1
    rounding: int = 1
    zeros: bool = True
    published: bool = False

    @property
    def hides(self) -> bool:
        """Whether anything is hidden at all."""
        return self.audience is not Audience.FORCE

    @property
    def room(self) -> str:
        """The audience within a sentence: "the board"."""
        return ROOMS[self.audience]

    def closes(self, way: Way) -> str | None:
        """Why a way is closed, in a sentence; None where it is open."""
        if way not in _CLOSED[self.audience] or (self.published and way is Way.CROSSES):
            return None
        return _SENTENCES[way].format(room=self.room)

    def closes_dimension(self, dimension: str) -> str | None:
        """Why nothing is told by a dimension, in a sentence; None where it is."""
        return self.closes(Way.OFFICERS) if dimension == "officer" else None

    def open_of(self, dimensions: Iterable[str]) -> list[str]:
        """Those of some dimensions that something is told by."""
        return [name for name in dimensions if self.closes_dimension(name) is None]

    @property
    def in_words(self) -> str:
        """What is hidden from the audience, in sentences; nothing where nothing is."""
        if not self.hides:
            return ""
        rounded = f" All counts are rounded to {self.rounding}." if self.rounding > 1 else ""
        zeros = "" if self.zeros else " So are slices of nobody."
        return (
            f"{'Published for' if self.published else 'Shown to'} {self.room}: in slices, counts "
            f"below {self.threshold} are hidden, and others that would give them away."
            f"{zeros}{rounded} {ABSENT if self.published else COURTESY}"
        )


SHOW_ALL = Rules()
"""The rules of the force: everything is shown."""


def rules_of(
    audience: Audience,
    board_threshold: int = BOARD_THRESHOLD,
    public_threshold: int = PUBLIC_THRESHOLD,
    public_rounding: int = PUBLIC_ROUNDING,
    *,
    public_zeros: bool = True,
) -> Rules:
    """The rules of an audience under the settings' thresholds.

    The public never sees more than the board: its threshold is the larger of the two.
    """
    match audience:
        case Audience.FORCE:
            return SHOW_ALL
        case Audience.BOARD:
            return Rules(audience, board_threshold)
        case Audience.PUBLIC:
            threshold = max(board_threshold, public_threshold)
            return Rules(audience, threshold, public_rounding, public_zeros)
