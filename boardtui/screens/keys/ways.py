"""Keys that work the same on every full screen: find, the ways between screens, what all show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from textual.binding import Binding, BindingType
from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from boardtui.core.criterion.dimension import Slices
    from boardtui.core.figure.figure import Figure
    from boardtui.core.measures.measure import Backlog
    from boardtui.panels.subject import FlowNumber, Subject
    from boardtui.review.cases.part_asked import Which
    from boardtui.review.day.compared import ComparedFigure
    from boardtui.review.day.review import Review
    from boardtui.screens.drawing.palette import Palette
    from boardtui.store.held.snapshots import SnapshotKey


@runtime_checkable
class Renewed(Protocol):
    """A screen above the board that shows another baseline or definition when the board does."""

    def renew(self, review: Review) -> None: ...


Reasons: TypeAlias = "Callable[[ComparedFigure], Iterable[tuple[str, str]]]"
"""Gives what a screen has to say of a figure beyond its definition, as labelled rows."""


class Lettered(Protocol):
    """What is on a screen that letters can be put on: places by their numbers."""

    def places(self) -> Sequence[int]:
        """The places in sight, in order."""
        ...

    def letter(self, letters: Mapping[int, str]) -> None:
        """Put a letter on each of some places, and take those before away."""
        ...

    def go_to(self, place: int) -> None: ...


OverMonths: TypeAlias = "tuple[str, Slices]"
"""A measure, or a number of a flow, by its name, and the slice of it that is told over months."""


@runtime_checkable
class Coloured(Protocol):
    """An app that draws in a palette."""

    @property
    def palette(self) -> Palette: ...


def palette_of(screen: Screen[Any]) -> Palette:
    """The colours of a screen's app."""
    app = screen.app
    assert isinstance(app, Coloured)
    return app.palette


@runtime_checkable
class Leading(Protocol):
    """An app that leads from one screen to the next.

    It is called, and not told by a message: the next key may have arrived already, and is for the
    screen that the one before it opens.
    """

    @property
    def palette(self) -> Palette: ...

    @property
    def location(self) -> str: ...

    def action_page(self, name: str) -> None: ...

    def open_over(self, made: Callable[[], Screen[Any]]) -> None: ...

    def open_figure(self, subject: Subject | None, name: str | None) -> None: ...

    def open_people(self, number: FlowNumber, crumb: str) -> None: ...

    def open_part(
        self,
        then: SnapshotKey,
        now: SnapshotKey,
        backlog: Backlog,
        which: Which,
        slices: Slices,
        crumb: str,
    ) -> None: ...

    def open_cases(self, measure: str, slices: Slices, crumb: str) -> None: ...

    def open_case(self, case_ref: str, crumb: str) -> None: ...

    def define(self, subject: Subject, reasons: Reasons | None = None) -> None: ...

    def tell_keys(self, screen: Screen[None], named: str) -> None: ...

    def prefer(self, figure: Figure) -> None: ...

    def letter(self, view: Lettered) -> None: ...

    def copy_text(self, text: str) -> None: ...

    def awaited_of(self, needs: Iterable[str]) -> str | None: ...

    def looked(self, event: str, **what: object) -> bool: ...


def leading(screen: Screen[Any]) -> Leading:
    """The app of a screen."""
    app = screen.app
    assert isinstance(app, Leading)
    return app


WAYS: list[Binding] = [
    Binding("slash", "app.find", "find", id="find", tooltip="Find anything by its words"),
    Binding(
        "c",
        "app.page('compare')",
        "then and now",
        id="compare",
        tooltip="Both days, side by side",
    ),
    Binding(
        "f",
        "app.page('flow')",
        "what changed",
        id="flow",
        tooltip="What changed, part by part",
    ),
    Binding(
        "m",
        "app.trend",
        "over months",
        show=False,
        id="trend",
        tooltip="The current figure month by month",
    ),
    Binding(
        "M",
        "app.page('forecast')",
        "months ahead",
        show=False,
        id="forecast",
        tooltip="The months ahead: a forecast of the backlog",
    ),
    Binding(
        "F",
        "app.page('forces')",
        "other forces",
        show=False,
        id="forces",
        tooltip="Forces side by side, by one measure",
    ),
    Binding(
        "i",
        "app.page('inspections')",
        "inspections",
        show=False,
        id="inspections",
        tooltip="Inspections and their findings",
    ),
    Binding(
        "exclamation_mark",
        "app.warnings",
        "warnings",
        show=False,
        id="warnings",
        tooltip="What is odd in the day's files",
    ),
    Binding(
        "V",
        "app.verify",
        "verify",
        show=False,
        id="verify",
        tooltip="Check all that is stored against its seals",
    ),
    Binding("y", "app.copy", "copy", show=False, id="copy", tooltip="Copy all that is shown"),
    Binding(
        "w",
        "app.write",
        "write",
        show=False,
        id="write",
        tooltip="Write all that is shown to a file, every row; or a picture of what is in sight",
    ),
]
"""Find, the pages beside the board, warnings, seals, copying and writing."""

CHANGES: list[Binding] = [
    Binding(
        "o",
        "app.choose('day')",
        "other day",
        id="day",
        tooltip="Open another force or day",
    ),
    Binding(
        "b",
        "app.choose('baseline')",
        "other then",
        id="baseline",
        tooltip="Another inspection or day as then",
    ),
    Binding(
        "r",
        "app.choose('definition')",
        "restate",
        show=False,
        id="definition",
        tooltip="Another definition of overdue",
    ),
    Binding(
        "t",
        "app.toggle_light",
        "light or dark",
        show=False,
        id="theme",
        tooltip="Dark or light",
    ),
]
"""What is shown, against what, under which definition, and how: the same on all screens at once."""

TO_CARDS: list[BindingType] = [
    *(
        Binding(
            str(number),
            f"app.card({number})",
            f"card {number}",
            show=False,
            id=f"card{number}",
            tooltip=f"Open card {number} of the board",
        )
        for number in range(1, 10)
    ),
    Binding(
        "0",
        "app.all_cards",
        "all cards",
        show=False,
        id="cards",
        tooltip="All cards, and what is missing",
    ),
]
"""The cards of the board by their numbers, the same on every screen; `0` lists also a tenth."""

CARD = "card"
"""What the ids of the keys begin with that open a card by its number."""


def is_card(name: str) -> bool:
    """Whether the id of a key is that of a card's number: "card7"."""
    return name.removeprefix(CARD).isdecimal() and name.startswith(CARD)


EVERYWHERE: list[BindingType] = [*WAYS, *CHANGES]

OF_RECORDS: list[BindingType] = [
    key for key in EVERYWHERE if isinstance(key, Binding) and key.id != "definition"
]
"""What works on screens of records too: they were listed under one definition, and stay so."""
