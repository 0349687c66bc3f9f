"""The documents, and what is quoted in them."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "fixtures/*.md", "bench/*.md", "fuzz/*.md")
    for path in ROOT.glob(pattern)
)

_BLOCK = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^ *```$", re.M | re.S)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def named(path: Path) -> str:
    """A document's name in a test's id."""
    return str(path.relative_to(ROOT))


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [
        textwrap.dedent(found["text"])
        for found in _BLOCK.finditer(text)
        if found["language"] == language
    ]


def without_blocks(text: str) -> str:
    return _BLOCK.sub("", text)


def commands(text: str) -> Iterator[list[str]]:
    """The words of every command line in the blocks that are for a shell."""
    for block in blocks(text, "sh"):
        for line in block.replace("\\\n", " ").splitlines():
            if words := shlex.split(line, comments=True):
                yield words


def sections(text: str) -> dict[str, str]:
    """A document's parts by their headings of the second level; what stands before has none."""
    first, *others = re.split(r"^## ", text, flags=re.M)
    return {"": first} | {
        title: body for title, _, body in (other.partition("\n") for other in others)
    }


def code_spans(text: str) -> list[str]:
    """What stands between backticks in running text."""
    return re.findall(r"`([^`\n]+)`", without_blocks(text))
