"""What no document may hold, and what the architecture's page claims of the packages."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import tomli

from boardtui.core.criterion import criterion
from boardtui.core.measures import measure, people
from tests.docs.documents import DOCUMENTS, ROOT, blocks, named, sections, text_of

BANNED = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|/(?:home|root|Users|work|tmp)/")
ARCHITECTURE = ROOT / "docs/architecture.md"


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_no_document_holds_unfinished_work_or_the_path_of_a_machine(path: Path) -> None:
    assert BANNED.findall(text_of(path)) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_block_says_what_it_is(path: Path) -> None:
    fences = re.findall(r"^ *```(\w*)$", text_of(path), flags=re.M)
    assert all(fences[::2])
    assert not any(fences[1::2])


def test_the_packages_are_those_whose_arrows_are_held() -> None:
    contracts = tomli.loads(text_of(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    held = [name.strip() for layer in layers for name in layer.split(":")]
    told = re.findall(r"^\| `(boardtui/\w+)`", sections(text_of(ARCHITECTURE))["The arrows"], re.M)
    assert told == [
        name.replace(".", "/") for name in held if (ROOT / name.replace(".", "/")).is_dir()
    ]


def test_the_measure_that_is_shown_can_be_declared() -> None:
    (shown,) = blocks(text_of(ARCHITECTURE), "python")
    names = {**vars(measure), **vars(criterion), **vars(people)}
    exec(shown, names)
    declared = SimpleNamespace(**names).never_assessed
    assert isinstance(declared, measure.Measure)
