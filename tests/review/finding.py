"""Questions about the boards of a database, for the tests of find."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import Slice
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.review.find import ActionTarget, Answer, FigureTarget, Target, ask, read_names
from boardtui.store.connection.opening import open_database
from tests.registers import Case, Force, Register, write

DAY = date(2024, 1, 17)
BOARD = ActionTarget("Risk mix", "Open card 2", "card(2)")
HELP = ActionTarget("Help", "List the keys", "help")
ABOUT = ActionTarget("About", "What the risk mix is", "about")


class Asking:
    """Questions about one board of a database."""

    def __init__(self, path: Path, force: str | None = None, day: str | None = None) -> None:
        self.database = open_database(str(path))
        selection = choose(self.database, force, date.fromisoformat(day) if day else None)
        self.review = Review(self.database, selection, STANDARD)
        self.finder = read_names(self.review, self.database, [ABOUT, BOARD, HELP])

    def ask(self, text: str, *, cases: bool = True) -> Answer:
        return ask(self.finder, self.review, self.database, text, cases=cases)

    def first(self, text: str) -> Target:
        answer = self.ask(text)
        assert answer.found, answer.nothing
        return answer.found[0].target

    def targets(self, text: str, limit: int) -> list[Target]:
        return [found.target for found in self.finder.find(text, limit).found]


@contextmanager
def asking_of(path: Path, force: str | None = None, day: str | None = None) -> Iterator[Asking]:
    asking = Asking(path, force, day)
    with closing(asking.database):
        yield asking


def figure(measure: str, **slices: str | None) -> FigureTarget:
    return FigureTarget(measure, tuple(Slice(name, value) for name, value in slices.items()))


def of_units(folder: Path, *units: str) -> Path:
    cases = tuple(
        Case(f"c{number}", unit=unit, visit_due=date(2024, 1, 1))
        for number, unit in enumerate(units)
    )
    return write(folder / "a.db", Force("Newshire", (Register(DAY, cases),)))
