"""The population written as extract files into bench/out/, once, and kept for later runs."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench import population
from bench.population import Person
from bench.process import OUT

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Extract:
    """A force's cases on a day, and how many of the visits are overdue in them."""

    path: Path
    day: date
    cases: int
    overdue_visits: int

    @property
    def as_at(self) -> str:
        return self.day.isoformat()


def cases(count: int, day: date = population.FIRST_DAY, officers: int | None = None) -> Extract:
    """The file of the cases, with all columns of the contract; of so many officers, if given."""
    of = f"-{officers}-officers" if officers else ""
    path = OUT / f"cases-{count}{of}-{day}.csv"
    noted = path.with_suffix(".json")
    if not fresh(path, *_SOURCES) or not noted.exists():
        overdue = 0

        def rows() -> Iterator[Iterable[Cell]]:
            nonlocal overdue
            for person in population.people_on(day, count):
                overdue += person.visit_overdue(day)
                if officers and person.officer_ref:
                    number = int(person.officer_ref.removeprefix("OF-")) % officers
                    person.officer_ref = f"OF-{number + 1:05d}"
                yield [getattr(person, column) for column in columns]

        columns = [field.name for field in fields(Person)]
        _write(path, columns, rows())
        noted.write_text(json.dumps({"overdue_visits": overdue}), encoding="utf-8")
    return Extract(path, day, count, json.loads(noted.read_text("utf-8"))["overdue_visits"])


def visits(count: int, day: date = population.FIRST_DAY) -> Path:
    """A visit tried for every second case in the three months before the day."""
    path = OUT / f"visits-{count}-{day}.csv"
    if not fresh(path, *_SOURCES):
        chance = Random(count)
        columns = ["case_ref", "visited_on", "outcome", "announced", "officers", "action"]
        _write(path, columns, (_visit(number, day, chance) for number in range(1, count + 1, 2)))
    return path


def officers(count: int) -> Path:
    """A post for every officer who may be named in the cases; one in five is part-time."""
    path = OUT / f"officers-{count}.csv"
    if not fresh(path, *_SOURCES):
        posts = range(1, max(1, count // population.CASES_EACH) + 1)
        rows = ((f"OF-{post:05d}", 0.6 if post % 5 == 0 else 1) for post in posts)
        _write(path, ["officer_ref", "fte"], rows)
    return path


def fresh(path: Path, *sources: Path) -> bool:
    """Whether the file is there, and newer than all that it was made from."""
    newest = max(source.stat().st_mtime for source in sources)
    return path.exists() and path.stat().st_mtime > newest


_SOURCES = (Path(__file__), Path(population.__file__))


def _visit(number: int, day: date, chance: Random) -> Iterable[Cell]:
    seen = chance.random() < 0.68
    action = "yes" if seen and chance.random() < 0.29 else "no"
    announced = "yes" if chance.random() < 0.1 else "no"
    made_on = day - timedelta(int(91 * chance.random()))
    return (f"BN-{number:08d}", made_on, "seen" if seen else "not_in", announced, 2, action)


def _write(path: Path, columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Under its name only when it is whole: an interrupted run must not leave half a file."""
    path.parent.mkdir(exist_ok=True)
    half = path.with_suffix(".new")
    with half.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    half.replace(path)
