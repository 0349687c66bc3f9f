"""The figures of a run: printed, and written into docs/reliability.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.outcome import Outcome
from fuzz.parts import PARTS, Part

PAGE = Path(__file__).parents[1] / "docs/reliability.md"

BEGINS = "<!-- `make fuzz` writes this table. -->"
ENDS = "<!-- The table ends here. -->"

HEADER = ("tried", "tries", "how commands ended", "slowest", "median", "faults")


@dataclass(slots=True)
class Tally:
    """What the tries of a part came to."""

    part: Part
    tries: int = 0
    statuses: Counter[int | str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    faulty: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.tries += 1
        self.statuses.update(outcome.statuses)
        self.seconds.append(outcome.seconds)
        if outcome.faults:
            self.faulty.append(outcome)

    @property
    def row(self) -> tuple[str, ...]:
        listed = sorted(self.statuses.items(), key=lambda item: str(item[0]))
        ended = ", ".join(f"{_named(status)} {count:,}" for status, count in listed)
        middle = sorted(self.seconds)[len(self.seconds) // 2] if self.seconds else 0.0
        slowest = f"{max(self.seconds, default=0.0):.2f} s"
        name, tries, faults = self.part.name, f"{self.tries:,}", f"{len(self.faulty):,}"
        return name, tries, ended, slowest, f"{middle:.2f} s", faults


def _named(status: int | str) -> str:
    return f"status {status}:" if isinstance(status, int) else f"{status}:"


def table(tallies: Sequence[Tally]) -> str:
    """The figures as a table in Markdown, which a terminal shows as well."""
    rows = [HEADER, tuple("---" for _ in HEADER), *(tally.row for tally in tallies)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def faults(tally: Tally, most: int = 20) -> str:
    """The kinds of fault, how often each, and some tries to look at, by their numbers."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in tally.faulty:
        for fault in outcome.faults:
            kinds.setdefault(re.sub(r"\d+(\.\d+)?", "…", fault), []).append(outcome)
    lines = []
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1]))[:most]:
        lines.append(f"  {len(found):,} × {kind}")
        lines += [f"      {each.number}: {each.what[:100]}" for each in found[:5]]
    if lines:
        lines.append(f"  Again: .venv/bin/python -m fuzz {tally.part.name} --only NUMBER")
    return "\n".join(lines)


def write(tallies: Sequence[Tally]) -> None:
    """Put the table into the page; only a run of all tries of all parts may."""
    assert [tally.tries for tally in tallies] == [part.tries for part in PARTS.values()]
    text = PAGE.read_text(encoding="utf-8")
    between = re.compile(f"(?<={re.escape(BEGINS)}\n).*?(?={re.escape(ENDS)})", re.S)
    new, times = between.subn(lambda _: f"\n{table(tallies)}\n\n", text)
    assert times == 1, "the page has one place for the table"
    PAGE.write_text(new, encoding="utf-8", newline="\n")
