"""Every setting, declared: adding one here is all that adding a setting takes.

Those of what leaves boardtui are in `leaving`. The repository's config.toml repeats the names,
defaults and comments for its readers; a test holds the two together.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from msgspec import Struct, field

from boardtui.core.audience.audience import Audience, strictest
from boardtui.core.audience.rules import (
    BOARD_THRESHOLD,
    PUBLIC_ROUNDING,
    PUBLIC_THRESHOLD,
    Rules,
    Way,
    rules_of,
)
from boardtui.core.criterion.definition import (
    MOST_BANDS,
    MOST_DAYS,
    MOST_GRACE,
    STANDARD,
    Definition,
)
from boardtui.settings.files import Extract, Personal
from boardtui.settings.kinds import (
    Choice,
    RisingNumbers,
    Text,
    TextTable,
    Truth,
    WholeNumber,
)
from boardtui.settings.leaving import AccessLog, Export, Pack, Restricted
from boardtui.settings.setting import About


class Overdue(Struct, frozen=True):
    """What counts as overdue, and how lateness is told apart."""

    grace_days: Annotated[
        int,
        About(
            WholeNumber(0, MOST_GRACE, "days"),
            "Days of grace: a visit or assessment is overdue once more than so many days have "
            "passed since its due date. A whole number of days; 0 means from the day after the "
            "due date.",
        ),
    ] = STANDARD.grace_days
    bands: Annotated[
        tuple[int, ...],
        About(
            RisingNumbers(1, MOST_DAYS, "days", MOST_BANDS),
            "Age bands of a backlog: the last day of each band but the last, in days from the due "
            "date. [30, 90, 180, 365] gives 1-30, 31-90, 91-180, 181-365 and over 365.",
        ),
    ] = STANDARD.band_ends


class Display(Struct, frozen=True):
    """How the board looks."""

    theme: Annotated[
        str,
        About(
            Choice("dark", "light"),
            'The colours of the board: "dark" (light text on a dark ground) or "light", for a '
            "projector in a bright room.",
        ),
    ] = "dark"
    mouse: Annotated[
        str,
        About(
            Choice("auto", "on", "off"),
            'Whether the board takes the mouse: "on"; "off", so that the terminal selects text '
            'with it; or "auto", on but over SSH, where each movement would be sent.',
        ),
    ] = "auto"
    escape_delay: Annotated[
        int,
        About(
            WholeNumber(0, 2_000, "milliseconds"),
            "Milliseconds for which the rest of a key is waited for behind an escape, before it is "
            "taken for the key esc: a slow line brings an arrow key in pieces. 0 is 100, and 300 "
            "over SSH.",
        ),
    ] = 0
    cases: Annotated[
        bool,
        About(
            Truth(),
            "Whether single cases can be seen. With false every list of cases, case, and search "
            "for one is closed, no key opens it, and boardtui cases prints none: for a projector."
            " --no-cases closes them for one board.",
        ),
    ] = True
    keys: Annotated[
        Mapping[str, str],
        About(
            TextTable('names of keys with keys, like "board.define" = "D"'),
            'Keys of your own, by the names that docs/keys.md lists: "board.define" = "D", or '
            "several with commas between them. Keys not named here stay as they are. escape, "
            "enter, q and ctrl+c keep what they do: other keys can only be added to them.",
        ),
    ] = MappingProxyType({})


class Present(Struct, frozen=True):
    """How slides are shown to a room."""

    theme: Annotated[
        str,
        About(
            Choice("dark", "light"),
            'The colours of slides: "light", which a projector shows best, or "dark". The board '
            "keeps its own.",
        ),
    ] = "light"
    deck: Annotated[
        str,
        About(
            Text(),
            'A deck of slides to show, "meeting.toml", where the board is of its force and day. '
            "Without one, the slides are made of the day's figures. --deck names another.",
        ),
    ] = ""


MOST_HIDDEN = 1_000
"""The largest threshold: a count of more people than that gives nobody away."""


class Audiences(Struct, frozen=True):
    """What is hidden from whom."""

    shown_to: Annotated[
        str,
        About(
            Choice(*Audience),
            'Who is shown the figures: "force", all of them; "board" or "public", without single '
            "cases, and with small counts of slices hidden. --audience asks for the same; the "
            "stricter of the two wins.",
        ),
    ] = Audience.FORCE.value
    board_threshold: Annotated[
        int,
        About(
            WholeNumber(2, MOST_HIDDEN, "people"),
            "The count from which a slice is shown to the board: with 5, counts of 1 to 4 are "
            "hidden, and others that would give them away.",
        ),
    ] = BOARD_THRESHOLD
    public_threshold: Annotated[
        int,
        About(
            WholeNumber(2, MOST_HIDDEN, "people"),
            "The same for the public. Where it is the smaller of the two, the board's holds for "
            "the public too.",
        ),
    ] = PUBLIC_THRESHOLD
    public_rounding: Annotated[
        int,
        About(
            WholeNumber(1, 100, "people"),
            "Counts are shown to the public as the nearest multiple of this; with 1 as they are.",
        ),
    ] = PUBLIC_ROUNDING
    public_zeros: Annotated[
        bool,
        About(
            Truth(),
            "Whether the public is shown which slices have nobody in them. With false they are "
            "hidden like small counts.",
        ),
    ] = True


class Settings(Struct, frozen=True):
    """All settings, section by section as in config.toml; as constructed, the defaults."""

    overdue: Overdue = field(default_factory=Overdue)
    extract: Extract = field(default_factory=Extract)
    personal: Personal = field(default_factory=Personal)
    display: Display = field(default_factory=Display)
    present: Present = field(default_factory=Present)
    audience: Audiences = field(default_factory=Audiences)
    export: Export = field(default_factory=Export)
    pack: Pack = field(default_factory=Pack)
    restricted: Restricted = field(default_factory=Restricted)
    access_log: AccessLog = field(default_factory=AccessLog)

    @property
    def definition(self) -> Definition:
        """The definition that figures are to be computed under."""
        return Definition(self.overdue.grace_days, self.overdue.bands)

    def cases_open(self, *asked: Audience | None) -> bool:
        """Whether single cases may be seen: where nothing closes them, since nothing opens them."""
        return self.display.cases and self.rules(*asked).closes(Way.CASES) is None

    def rules(self, *asked: Audience | None) -> Rules:
        """What may be seen: by the strictest of these settings' audience and others asked for."""
        mine = self.audience
        return rules_of(
            strictest(Audience(mine.shown_to), *asked),
            mine.board_threshold,
            mine.public_threshold,
            mine.public_rounding,
            public_zeros=mine.public_zeros,
        )
