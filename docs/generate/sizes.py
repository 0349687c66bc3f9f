"""The table in docs/dependencies.md of what the installed packages weigh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from docs.generate.markdown import table

HEADER = ("package", "version", "MB", "needed by")
BEGINS = "<!-- `make docs` writes this table, from the packages that are installed. -->"
ENDS = "<!-- The table ends here. -->"

LEAST = 0.5
"""Packages of fewer MB stand in one line together."""


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package: what it weighs, and which others brought it."""

    name: str
    version: str
    megabytes: float
    needed_by: tuple[str, ...]


def installed(of: str = "boardtui", extras: Iterable[str] = ()) -> list[Package]:
    """A package and all that it needs to run, each once, heaviest first."""
    found: dict[str, Distribution] = {}
    needed_by: dict[str, list[str]] = {canonicalize_name(of): []}
    waiting = [(canonicalize_name(of), frozenset(extras))]
    while waiting:
        name, asked = waiting.pop(0)
        if name in found:
            continue
        found[name] = distribution(name)
        for requirement in _needs(found[name], asked):
            other = canonicalize_name(requirement.name)
            needed_by.setdefault(other, []).append(name)
            waiting.append((other, frozenset(requirement.extras)))
    packages = [
        Package(name, each.version, _megabytes(each), tuple(dict.fromkeys(needed_by[name])))
        for name, each in found.items()
        if name != canonicalize_name(of)
    ]
    return sorted(packages, key=lambda package: -package.megabytes)


def _needs(package: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    for requirement in map(Requirement, package.requires or []):
        for extra in ("", *extras):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                yield requirement
                break


def _megabytes(package: Distribution) -> float:
    """The package's files, but for those that Python compiles at need."""
    paths = (Path(str(each.locate())) for each in package.files or [] if each.suffix != ".pyc")
    return sum(path.stat().st_size for path in paths if path.exists()) / 1e6


def size_table(packages: list[Package]) -> str:
    """The packages as a table in Markdown, with their sum."""
    large = [each for each in packages if each.megabytes >= LEAST]
    small = [each for each in packages if each.megabytes < LEAST]
    rows = [
        (each.name, each.version, f"{each.megabytes:.1f}", ", ".join(each.needed_by))
        for each in large
    ]
    rest = sum(each.megabytes for each in small)
    rows.append((f"{len(small)} smaller ones", "", f"{rest:.1f}", ""))
    rows.append(("together", "", f"{sum(each.megabytes for each in packages):.1f}", ""))
    return table(HEADER, rows)


def with_sizes(page: str) -> str:
    """The page, with the table in it as the installed packages are now."""
    between = re.compile(f"(?<={re.escape(BEGINS)}\n).*?(?={re.escape(ENDS)})", re.S)
    new, times = between.subn(lambda _: f"\n{size_table(installed())}\n\n", page)
    assert times == 1, "the page has one place for the table"
    return new
