"""The shape of the program: what is imported when, and how its files are cut."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from grimp import build_graph

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "boardtui"
MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = [
    path
    for folder in ("boardtui", "tests", "bench", "fuzz", "docs", "fixtures")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".md", ".toml", ".tcss") and "__pycache__" not in path.parts
]

WRITERS = ("typst", "xlsxwriter")
"""What writes papers, each for its own kind of file."""

HEAVY = ("sqlalchemy", "sqlmodel", "pandas", "numpy", "scipy")
SAYS_NOTHING = ("utils", "helpers", "common", "misc", "manager", "base")

MOST_LINES, MOST_OF_A_FUNCTION = 300, 60


def loaded_by(module: str) -> set[str]:
    """The packages that a fresh interpreter has loaded once it imported the module."""
    words = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    ran = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("boardtui.core", (*HEAVY, "textual", "rich", "sqlite3")),
        ("boardtui.core.measures", (*HEAVY, "textual", "rich", "sqlite3")),
        ("boardtui.core.flow.parts", (*HEAVY, "textual", "rich", "sqlite3")),
        ("boardtui.core.comparing.conclusions", (*HEAVY, "textual", "rich", "sqlite3")),
        ("boardtui.store.connection.opening", (*HEAVY, "textual", "rich")),
        ("boardtui.review.day.review", (*HEAVY, "textual", "rich")),
        ("boardtui.review.flow.flows", (*HEAVY, "textual", "rich")),
        ("boardtui.panels", (*HEAVY, "textual", "rich")),
        ("boardtui.settings", (*HEAVY, "textual", "rich")),
        ("boardtui.cli.main", (*HEAVY, "textual", "rich")),
        ("boardtui.cli.pack", (*HEAVY, "textual", "rich", *WRITERS)),
        ("boardtui.pack.making.paper", (*HEAVY, "textual", "rich", *WRITERS)),
        ("boardtui.pack.written", (*HEAVY, "textual", "rich", *WRITERS)),
    ],
)
def test_importing_it_does_not_import(module: str, absent: tuple[str, ...]) -> None:
    assert loaded_by(module).isdisjoint(absent)


def test_no_modules_import_one_another_in_a_circle() -> None:
    graph = build_graph("boardtui", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    TopologicalSorter(imports).prepare()


def test_a_file_is_one_idea() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_a_function_fits_on_a_screen() -> None:
    found = {
        f"{path.name}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in found.items() if lines > MOST_OF_A_FUNCTION} == {}


def test_every_module_and_folder_says_what_it_holds() -> None:
    named = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}
    assert named.isdisjoint(SAYS_NOTHING)


def test_every_module_says_what_it_is() -> None:
    undocumented = [
        path for path in MODULES if not path.read_text(encoding="utf-8").startswith(('"""', "#!"))
    ]
    assert undocumented == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    places = {str(ROOT), str(Path.home())} - {"/"}
    if ROOT.parent != ROOT.parent.parent:
        places.add(f"{ROOT.parent}/")
    naming = [
        path for path in SOURCES for place in places if place in path.read_text(encoding="utf-8")
    ]
    assert naming == []
