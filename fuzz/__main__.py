"""`python -m fuzz [PART…]`: try damaged inputs, print what came of it; status 1 if any is wrong."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from fuzz.outcome import SLOW, Outcome
from fuzz.parts import PARTS, chance_of
from fuzz.report import Tally, faults, table, write
from fuzz.working import make_tries, tries


def main() -> int:
    asked = _asked()
    if asked.work:
        make_tries(asked.parts[0], asked.seed)
        return 0
    if asked.only is not None:
        return _again(asked.parts[0], asked.seed, asked.only)
    tallies = [_made(name, asked) for name in asked.parts or PARTS]
    print("\n" + table(tallies))
    if not (asked.parts or asked.tries or asked.start or asked.seed):
        write(tallies)
    return 1 if any(tally.faulty for tally in tallies) else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--seed", type=int, default=0, help="other tries than those of seed 0")
    parser.add_argument("--tries", type=int, help="how many; by default, as many as each part has")
    parser.add_argument("--start", type=int, default=0, help="the number of the first")
    parser.add_argument("--workers", type=int, default=3, help="processes at once")
    parser.add_argument("--only", type=int, help="make this one again, and keep what it is made of")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if unknown := [name for name in asked.parts if name not in PARTS]:
        parser.error(f"no part is named {unknown[0]!r}; there are {', '.join(PARTS)}")
    if asked.only is not None and len(asked.parts) != 1:
        parser.error("--only is the number of a try of one part: name the part")
    return asked


def _again(part: str, seed: int, number: int) -> int:
    """Make a try again in a folder that stays, with the tracebacks of what fails."""
    folder = Path(mkdtemp(prefix=f"boardtui-fuzz-{part}-{number}-"))
    print(f"in {folder}", flush=True)
    outcome = PARTS[part].attempt(number, chance_of(seed, part, number), folder, debug=True)
    print(f"{outcome.what}\nended: {outcome.statuses}, slowest {outcome.seconds:.2f} s")
    print("\n".join(outcome.faults) or "nothing is wrong")
    return 1 if outcome.faults else 0


def _made(name: str, asked: argparse.Namespace) -> Tally:
    part = PARTS[name]
    tally = Tally(part)
    numbers = range(asked.start, asked.start + (asked.tries or part.tries))
    print(f"\n{name}: {part.asks}", flush=True)
    slow: list[int] = []
    for outcome in tries(name, asked.seed, numbers, asked.workers):
        if outcome.seconds > SLOW:
            slow.append(outcome.number)
        else:
            _take(tally, outcome)
    # What was slow beside others is tried by itself: the machine may have been the reason.
    for outcome in tries(name, asked.seed, slow, 1):
        late = f"takes {outcome.seconds:.1f} s"
        faults_of = (*outcome.faults, late) if outcome.seconds > SLOW else outcome.faults
        _take(tally, replace(outcome, faults=faults_of))
    print(faults(tally) or "  nothing is wrong", flush=True)
    return tally


def _take(tally: Tally, outcome: Outcome) -> None:
    tally.add(outcome)
    if outcome.faults:
        print(f"  {outcome.number}: {'; '.join(outcome.faults)}"[:300], flush=True)
    if tally.tries % 500 == 0:
        print(f"  {tally.tries:,} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
