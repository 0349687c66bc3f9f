"""docs/dependencies.md explains every dependency, and no other."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
from collections.abc import Iterator

import pytest
import tomli
from packaging.utils import canonicalize_name

from docs.generate.sizes import HEADER, LEAST, installed
from tests.docs.documents import ROOT, sections, text_of

PAGE = ROOT / "docs/dependencies.md"
PROJECT = tomli.loads(text_of(ROOT / "pyproject.toml"))
RUNTIME = "What boardtui needs to run"
OPTIONAL = "What a server needs besides"
INDIRECT = "Used through another"
DEVELOPMENT = "To work on it"


def required(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", each, maxsplit=1)[0].lower() for each in requirements}


def explained(section: str) -> set[str]:
    return set(re.findall(r"^### (\S+)$", sections(text_of(PAGE))[section], flags=re.M))


def imported() -> Iterator[str]:
    """The packages that boardtui imports, wherever it does."""
    for path in (ROOT / "boardtui").rglob("*.py"):
        for node in ast.walk(ast.parse(text_of(path))):
            match node:
                case ast.Import(names=names):
                    yield from (each.name.partition(".")[0] for each in names)
                case ast.ImportFrom(module=str(module), level=0):
                    yield module.partition(".")[0]


def test_every_package_it_needs_to_run_is_explained_and_no_other() -> None:
    assert explained(RUNTIME) == required(PROJECT["project"]["dependencies"])


def test_every_package_that_an_extra_brings_is_explained_and_no_other() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    assert explained(OPTIONAL) == required([name for extra in extras for name in extra])


def test_every_package_it_needs_to_be_worked_on_is_explained_and_no_other() -> None:
    assert explained(DEVELOPMENT) == required(PROJECT["dependency-groups"]["dev"])


def test_every_package_imported_through_another_is_explained_and_no_other() -> None:
    project = PROJECT["project"]
    extras = [name for extra in project["optional-dependencies"].values() for name in extra]
    declared = required([*project["dependencies"], *extras])
    ours = {"boardtui", *sys.stdlib_module_names}
    found = {canonicalize_name(name) for name in set(imported()) - ours}
    assert explained(INDIRECT) == found - declared


@pytest.mark.parametrize(
    "name", sorted(explained(RUNTIME) | explained(OPTIONAL) | explained(DEVELOPMENT))
)
def test_the_licence_is_the_one_that_the_package_states(name: str) -> None:
    metadata = importlib.metadata.metadata(name)
    about = text_of(PAGE).partition(f"### {name}\n")[2].partition("\n### ")[0]
    found = re.search(r"\*\*Licence:\*\* (.+)", about)
    assert found is not None
    if "License-Expression" in metadata:
        assert found[1].startswith(metadata["License-Expression"])


@pytest.mark.parametrize("section", [RUNTIME, OPTIONAL, INDIRECT, DEVELOPMENT])
def test_each_says_what_it_is_for_its_upkeep_licence_and_how_to_leave_it(section: str) -> None:
    for about in sections(text_of(PAGE))[section].split("### ")[1:]:
        asked = re.findall(r"^- \*\*([\w ]+):\*\*", about, flags=re.M)
        assert asked == ["For", "Upkeep", "Licence", "To leave it"]


def weighed() -> dict[str, tuple[str, float]]:
    """The page's table of what packages weigh: version and megabytes by name."""
    found = text_of(PAGE).partition(f"| {' | '.join(HEADER)} |\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in found.splitlines()[1:]]
    return {name: (version, float(megabytes)) for name, version, megabytes, _ in rows}


def test_the_packages_that_weigh_most_are_in_the_table_with_their_sum() -> None:
    table, packages = weighed(), installed()
    assert packages
    clearly = {each.name for each in packages if each.megabytes > 2 * LEAST}
    assert clearly - table.keys() == set()
    total = sum(megabytes for name, (_, megabytes) in table.items() if name != "together")
    assert table["together"][1] == pytest.approx(total, abs=0.1 * len(table))


def test_what_the_table_says_of_a_version_that_is_installed_is_true_but_for_a_few_per_cent() -> (
    None
):
    table = weighed()
    same = [each for each in installed() if table.get(each.name, ("",))[0] == each.version]
    off = {
        each.name: each.megabytes
        for each in same
        if table[each.name][1] != pytest.approx(each.megabytes, rel=0.05, abs=0.1)
    }
    assert off == {}, "run `make docs`"
