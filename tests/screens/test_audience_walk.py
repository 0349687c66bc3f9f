"""A walk by random keys before a board, or the public, meets no case and no hidden count.

The same walk before the force meets both: so the walk goes where they would be.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.figures import by_dimension
from boardtui.core.audience.rules import rules_of
from boardtui.core.criterion.dimension import DIMENSIONS
from boardtui.core.words.wording import number_text
from boardtui.export.export import Exportable
from boardtui.screens.app import BoardApp
from boardtui.settings import Audiences, Settings
from boardtui.store.connection.opening import open_database
from boardtui.store.held.figures import Stored
from boardtui.store.held.snapshots import snapshots
from tests.screens.driving import opened, press, screen_text, send, settle
from tests.screens.test_walk import BOUND, stays

CASE = re.compile(r"\bEX-[0-9]{5}\b")
FORCE, DAYS = "Exampleshire", ("2023-03-31", "2024-01-17")
STEPS = 45

Key = tuple[str, str, str | None]
"""A measure, a dimension and a slice."""


class Hidden:
    """What an audience may not see of the demo, worked out from what is stored."""

    def __init__(self, path: Path, audience: Audience) -> None:
        self.on: dict[str, set[Key]] = {}
        shown, hidden = set(), set()
        database = open_database(str(path))
        for snapshot in snapshots(database):
            if snapshot.force.name != FORCE:
                continue
            stored = Stored(database, snapshot)
            shown |= {figure.value for figure in stored.by(None)}
            mine = self.on.setdefault(snapshot.as_at.isoformat(), set())
            for dimension in DIMENSIONS:
                figures = list(stored.by(dimension))
                seen = by_dimension(dimension, figures, rules_of(audience))
                told = {(f.measure, f.slices) for f in seen if f.value is not None}
                for figure in figures:
                    if figure.value is None:
                        continue
                    if (figure.measure, figure.slices) in told:
                        shown.add(figure.value)
                    elif figure.unit == "people":
                        mine.add((figure.measure, dimension, figure.slices[0].value))
                        hidden.add(figure.value)
        database.close()
        # Small numbers stand for many things; a large one that is hidden alone gives itself away.
        step = rules_of(audience).rounding
        odd = {value for value in hidden - shown if value >= 100 and (step == 1 or value % step)}
        self.telling = set(map(number_text, odd))
        assert len(self.telling) > 3

    def met(self, text: str) -> set[str]:
        """The hidden counts and the cases that a text has."""
        numbers = set(re.findall(r"(?<![\w.,+−])[0-9][0-9,]*(?![\w.,%])", text))
        return (numbers & self.telling) | set(CASE.findall(text))

    def met_in_rows(self, pilot: Pilot[None]) -> Iterator[str]:
        """The hidden counts in the rows that a screen would write."""
        screen = pilot.app.screen
        if not isinstance(screen, Exportable) or screen.awaited() is not None:
            return
        export = screen.export()
        names = list(export.columns)
        breakdown = getattr(screen, "breakdown", None)
        for values in export.rows():
            row = dict(zip(names, values, strict=False))
            measure = row.get("measure") or (breakdown.measure if breakdown else None)
            key = (measure, row.get("by"), row.get("slice"))
            for day, name in ((DAYS[1], "value"), (DAYS[1], "now"), (DAYS[0], "then")):
                counted = row.get("origin" if name != "then" else "then origin") == "records"
                if counted and key in self.on[day] and isinstance(row.get(name), int | float):
                    yield f"{key} on {day}"


def steps(seed: int) -> list[list[str]]:
    """Keys, most of them alone; now and then words to find, or a file to write."""
    rolls = random.Random(seed)
    asked = ["overdue high", "managed by unit", "ex-000", "castle", "registered islands", "cases"]
    found: list[list[str]] = [["1"], ["tab"], ["tab"], ["enter"], ["escape"], ["y"]]
    for number in range(STEPS):
        roll = rolls.random()
        if roll < 0.08:
            found.append(["ctrl+p", *rolls.choice(asked), "enter"])
        elif roll < 0.14:
            kind = rolls.choice(("csv", "txt"))
            # What stands in the field goes first.
            found.append(["w", "ctrl+u", *f"walk-{number}.{kind}", "enter"])
        elif roll < 0.45:
            found.append([rolls.choice("1234567cfi"), *rolls.choice(["", "x", "d", "y"])])
        else:
            found.append([rolls.choice(BOUND)])
    return found


async def walked(path: Path, audience: Audience, seed: int, hidden: Hidden) -> set[str]:
    """What a walk meets that is hidden: on screens, in sheets, found, copied and written.

    It ends where it has met cases and counts enough.
    """
    met: set[str] = set()
    settings = Settings(audience=Audiences(shown_to=audience.value))
    with (
        patch.object(BoardApp, "action_quit", stays),
        patch.object(BoardApp, "action_interrupt", stays),
    ):
        async with opened(path, FORCE, DAYS[1], settings=settings) as pilot:
            for keys in steps(seed):
                send(pilot, *keys)
                await settle(pilot)
                app = pilot.app
                told = " ".join(note.message for note in app._notifications)
                met |= hidden.met("\n".join((screen_text(pilot), app.clipboard, told)))
                met |= set(hidden.met_in_rows(pilot))
                if is_enough(met):
                    break
            await press(pilot, *["escape"] * 3)
    for written in Path().glob("walk-*"):
        met |= hidden.met(written.read_text(encoding="utf-8-sig"))
        written.unlink()
    return met


def is_enough(met: set[str]) -> bool:
    """Whether a walk met a case, and some hidden counts."""
    cases = {each for each in met if CASE.fullmatch(each)}
    return len(cases) > 0 and len(met - cases) > 3


@pytest.mark.parametrize(("audience", "seed"), [(Audience.BOARD, 1), (Audience.PUBLIC, 2)])
async def test_a_walk_meets_no_case_and_no_hidden_count(
    demo_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    audience: Audience,
    seed: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    hidden = Hidden(demo_database, audience)
    before_the_force = await walked(demo_database, Audience.FORCE, seed, hidden)
    assert is_enough(before_the_force)
    assert await walked(demo_database, audience, seed, hidden) == set()
