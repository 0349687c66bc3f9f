"""What one try came to."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

DOCUMENTED = (0, 1, 2, 3, 130)
"""The exit statuses that there are."""

SLOW = 5.0
"""Seconds that no command may take on a small input."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A try, by its number: what was done to what, how each command ended, and what was wrong.

    `statuses` has each command's exit status, or how it ended otherwise; `seconds` is of the
    slowest of them. `faults` is empty where nothing was wrong.
    """

    number: int
    what: str
    statuses: tuple[int | str, ...] = ()
    seconds: float = 0.0
    faults: tuple[str, ...] = ()

    def as_line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def of_line(cls, line: str) -> Outcome:
        found = json.loads(line)
        lists = {name: tuple(found[name]) for name in ("statuses", "faults")}
        return cls(**{**found, **lists})
