"""`python -m docs`: writes every generated page anew, and says which have changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from boardtui import demo
from docs.generate import PAGES
from docs.generate.sizes import with_sizes


def write(folder: Path) -> None:
    """Write every page into a folder, and the table of sizes into its page of dependencies."""
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "demo.db"
        demo.build(database, lambda text: None)
        for name, page in PAGES.items():
            _write(folder / name, page(database))
    weighed = folder / "dependencies.md"
    _write(weighed, with_sizes(weighed.read_text(encoding="utf-8")))


def _write(path: Path, text: str) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {'as it was' if text == before else 'written'}")


if __name__ == "__main__":
    write(Path(__file__).parent)
