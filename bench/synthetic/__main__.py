"""`python -m bench.synthetic FOLDER`: write the files of invented forces, and their truth."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.synthetic.files import write
from bench.synthetic.forces import PEOPLE, forces


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.synthetic", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--forces", type=int, default=42, help="how many (42)")
    parser.add_argument("--months", type=int, default=120, help="of each, from January 2014 (120)")
    parser.add_argument(
        "--people", type=int, default=PEOPLE, help=f"on a register, on average ({PEOPLE:,})"
    )
    parser.add_argument("--seed", type=int, default=1, help="other people by another number (1)")
    given = parser.parse_args()
    plans = forces(given.forces, given.months, given.people, given.seed)
    given.folder.mkdir(parents=True, exist_ok=True)
    print(f"{write(given.folder, plans, given.months):,} rows of cases")


if __name__ == "__main__":
    main()
