"""What is tried, declared: adding a part here is all that adding one takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol

from fuzz import databases, extracts, kills
from fuzz.outcome import Outcome


class Attempt(Protocol):
    """One try: by its number, with the chance that belongs to it, in an empty folder of its own."""

    def __call__(
        self, number: int, chance: Random, folder: Path, *, debug: bool = False
    ) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of try, what it asks, and how often it is tried."""

    name: str
    asks: str
    tries: int
    attempt: Attempt
    prepare: Callable[[], object]
    """What all tries share, made beforehand so that the first one is no slower."""


PARTS = {
    part.name: part
    for part in (
        Part(
            "extracts",
            "Is every damaged extract stored rightly or refused, and the database left whole?",
            extracts.TRIES,
            extracts.attempt,
            extracts.good_database,
        ),
        Part(
            "databases",
            "Is every damaged database read as far as it goes, or refused in a sentence?",
            databases.TRIES,
            databases.attempt,
            databases.good_database,
        ),
        Part(
            "kills",
            "Does an ingest that is killed leave the old database or the new one?",
            kills.TRIES,
            kills.attempt,
            kills.the_ingest,
        ),
    )
}


def chance_of(seed: int, part: str, number: int) -> Random:
    """What makes a try the same each time, whichever were made before it."""
    return Random(f"{seed} {part} {number}")
