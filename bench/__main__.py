"""`python -m bench [NAME…]`: measure, print, and exit with 1 if a goal is missed."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench import (
    access,
    archive,
    boards,
    drill,
    flow,
    forces,
    forecast,
    ingest,
    launch,
    line,
    pack,
    personal,
    present,
    publish,
    seal,
    size,
    trend,
)
from bench.process import NotMeasuredError
from bench.report import Row, machine, table


@dataclass(frozen=True, slots=True)
class Part:
    """A question about speed, and how it is answered."""

    name: str
    asks: str
    measure: Callable[[], Iterator[Row]]


PARTS = (
    Part("launch", "Does opening feel like opening a text file?", launch.measure),
    Part("present", "Is the next slide there before the sentence ends?", present.measure),
    Part("size", "Does it open as fast however many cases there are?", size.measure),
    Part("drill", "Is every key answered at once, however many cases?", drill.measure),
    Part(
        "flow", "Does the flow between two days stand at once, and worked out soon?", flow.measure
    ),
    Part("forecast", "Is a year ahead drawn at once, and is it right?", forecast.measure),
    Part("forces", "Do all forces stand side by side at once?", forces.measure),
    Part("trend", "Are ten years of months told at once, and flagged as is said?", trend.measure),
    Part("line", "Does a review feel local over a slow line?", line.measure),
    Part("boards", "Do fifty boards fit on a machine, and answer at once?", boards.measure),
    Part("pack", "Is the board paper there while one waits for it?", pack.measure),
    Part(
        "publish",
        "Is what must be hidden found in a while, and little else hidden?",
        publish.measure,
    ),
    Part("ingest", "Does checking and counting cost little more than reading?", ingest.measure),
    Part("access", "Does writing down who looked cost nothing at a key?", access.measure),
    Part("archive", "Do years of all forces load soon, and open at once?", archive.measure),
    Part("personal", "Does personal data stay out, and nothing else?", personal.measure),
    Part("seal", "Does sealing cost little of an ingest?", seal.measure),
)


def main() -> int:
    chosen = _chosen(sys.argv[1:])
    print(machine())
    missed: list[str] = []
    for part in chosen:
        print(f"\n{part.name}: {part.asks}", flush=True)
        rows, broken_off = _measured(part)
        if rows:
            print(table(rows), flush=True)
        missed += [f"{part.name}: {row.what}" for row in rows if row.met is False]
        if broken_off:
            print(f"NOT MEASURED: {broken_off}", flush=True)
            missed.append(f"{part.name}: not measured to its end")
    print("\n" + ("MISSED: " + "; ".join(missed) if missed else "Every goal is met."))
    return 1 if missed else 0


def _chosen(arguments: list[str]) -> list[Part]:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    names = [part.name for part in PARTS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    wanted = parser.parse_args(arguments).names
    if unknown := [name for name in wanted if name not in names]:
        parser.error(f"no part is named {unknown[0]!r}; there are {', '.join(names)}")
    return [part for part in PARTS if part.name in wanted or not wanted]


def _measured(part: Part) -> tuple[list[Row], str]:
    """The rows there are, and why the part broke off, if it did; those before it count."""
    rows: list[Row] = []
    try:
        for row in part.measure():
            rows.append(row)
            print(f"  {row.what} …", file=sys.stderr, flush=True)
    except NotMeasuredError as error:
        return rows, str(error)
    return rows, ""


if __name__ == "__main__":
    sys.exit(main())
