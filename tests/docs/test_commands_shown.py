"""Every command in a document can be given; those on the demo and on a force's files work."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

import pytest

from boardtui.cli.commands import command_in
from boardtui.cli.parser import parser
from tests.docs.conftest import Run
from tests.docs.documents import (
    DOCUMENTS,
    README,
    ROOT,
    commands,
    named,
    sections,
    text_of,
)

TARGETS = set(re.findall(r"^([\w-]+):", text_of(ROOT / "Makefile"), flags=re.M))
FIXTURES = ROOT / "fixtures/exampleshire"


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_command_shown_can_be_given(path: Path) -> None:
    for words in commands(text_of(path)):
        match words:
            case ["boardtui", *rest]:
                command = command_in(rest)
                parser([command] if command else []).parse_args(rest)
            case ["make", target]:
                assert target in TARGETS
            case ["python", "-m", module, *_]:
                assert importlib.util.find_spec(module) is not None
            case ["pip", "install", "."]:
                pass
            case ["ssh", _]:  # tests/ssh gives it
                pass
            case _:
                pytest.fail(f"{named(path)} shows a command that no test knows: {words}")


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_command_on_the_demo_database_works(
    path: Path, demo_database: Path, run: Run
) -> None:
    for words in commands(text_of(path)):
        if "demo.db" in words and "--build" not in words and command_in(words[1:]):
            assert run(*(demo_database if word == "demo.db" else word for word in words[1:]))


@pytest.mark.usefixtures("few_months")
def test_the_demo_database_is_made_where_the_readme_says(run: Run, tmp_path: Path) -> None:
    build = [words for words in commands(text_of(README)) if "--build" in words]
    assert build == [["boardtui", "demo", "--build", "demo.db"]]
    run(*build[0][1:])
    assert (tmp_path / "demo.db").is_file()


@pytest.mark.parametrize(
    ("document", "section"),
    [
        ("README.md", ""),
        ("README.md", "Your own data, in five steps"),
        ("docs/extract-format.md", ""),
    ],
)
def test_the_commands_on_a_forces_own_files_work(
    document: str, section: str, run: Run, tmp_path: Path
) -> None:
    for file in [*FIXTURES.glob("*.csv"), *(FIXTURES / "2024-01-17").glob("*.csv")]:
        shutil.copy(file, tmp_path)
    ingested = False
    for words in commands(sections(text_of(ROOT / document))[section]):
        if "demo" not in words and words[0] == "boardtui" and command_in(words[1:]):
            run(*words[1:])
            ingested = ingested or "ingest" in words
    assert ingested
