"""The demo: a database of invented forces' records and real forces' published figures.

Made by the same ingest as a real one, from the extract files that come with the program.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import boardtui
from boardtui.store.tables.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from boardtui.ingest import IngestRequest

FORCE, DAY = "Exampleshire", date(2024, 1, 17)
"""What the demo opens on."""

PUBLISHED = "published"
INVENTED = {"exampleshire": "Exampleshire", "sampleshire": "Sampleshire"}
"""Folders of forces that do not exist; the folders in them are named by the snapshots' days."""

KINDS_OF_DAY = ("cases", "visits", "officers", "leavers")
KINDS_OF_FORCE = ("figures", "inspections")

Say = Callable[[str], None]


class DemoMissingError(Exception):
    """The demo's extract files are not there; the message is a sentence for the user."""


def demo_database(say: Say) -> Path:
    """The demo database of these files and this program; made if it is not there yet."""
    import platformdirs

    folder = Path(platformdirs.user_data_dir("boardtui", appauthor=False))
    path = folder / f"demo-{fingerprint(fixtures())}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        say("Making the demo database, once:")
        build(path, say)
        _remove_others(path)
    return path


def build(path: Path, say: Say) -> None:
    """Make a demo database; where that fails or is killed, nothing stands at `path`."""
    from boardtui.ingest import ingest
    from boardtui.settings import Settings

    with tempfile.TemporaryDirectory(prefix=".demo-", dir=path.resolve().parent) as folder:
        making = Path(folder) / "demo.db"
        for title, request in requests(str(making)):
            say(f"  {title}")
            # The user's own settings are for the user's own files.
            ingest(request, Settings())
        making.replace(path)
    say(f"Made {path}.")


def fixtures() -> Path:
    """The folder of the demo's extract files: in the installed package, or in a checkout.

    Raises:
        DemoMissingError: it is in neither place.
    """
    package = Path(boardtui.__file__).parent
    for folder in (package / "fixtures", package.parent / "fixtures"):
        if (folder / PUBLISHED / "figures.csv").is_file():
            return folder
    raise DemoMissingError(f"The demo's files are missing from {package}: install boardtui again.")


def fingerprint(folder: Path) -> str:
    """A short text that changes with the demo's files, the tables and the program's version."""
    from hashlib import sha256

    digest = sha256(f"{boardtui.__version__} {SCHEMA_VERSION}".encode())
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(folder: Path) -> list[Path]:
    """The extract files of the demo, in an order of their own."""
    return sorted(
        path for name in (PUBLISHED, *INVENTED) for path in (folder / name).rglob("*.csv")
    )


def requests(database: str) -> Iterator[tuple[str, IngestRequest]]:
    """What is to be ingested into the demo's database, each with a title."""
    from boardtui.ingest import IngestRequest

    folder = fixtures()
    yield (
        "published figures of real forces",
        IngestRequest(database, files=_given(folder / PUBLISHED, KINDS_OF_FORCE)),
    )
    for name, force in INVENTED.items():
        said = _given(folder / name, KINDS_OF_FORCE)
        if said:
            yield (
                f"published figures of {force} (synthetic)",
                IngestRequest(database, files=said, synthetic=True),
            )
        for day in sorted(path for path in (folder / name).iterdir() if path.is_dir()):
            yield (
                f"{force} (synthetic), {day.name}",
                IngestRequest(
                    database,
                    force=force,
                    as_at=date.fromisoformat(day.name),
                    files=_given(day, KINDS_OF_DAY),
                    synthetic=True,
                ),
            )


def _given(folder: Path, kinds: tuple[str, ...]) -> dict[str, Path]:
    paths = {kind: folder / f"{kind}.csv" for kind in kinds}
    return {kind: path for kind, path in paths.items() if path.is_file()}


def _remove_others(path: Path) -> None:
    """Remove the demo databases of other versions, but for one that another program has open."""
    for other in path.parent.glob("demo-*.db"):
        if other != path:
            with contextlib.suppress(OSError):
                other.unlink()
