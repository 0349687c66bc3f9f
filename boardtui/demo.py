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
from boardtui.store import SCHEMA_VERSION

if TYPE_CHECKING:
    from boardtui.ingest import IngestRequest
    from boardtui.settings import Settings

FORCE, DAY = "Exampleshire", date(2024, 1, 17)
"""What the demo opens on."""

PUBLISHED = "published"
INVENTED = {"exampleshire": "Exampleshire", "sampleshire": "Sampleshire"}
"""Folders of forces that do not exist; the folders in them are named by the snapshots' days.

A third one's months come with the program as what makes them: `boardtui.specimenshire`.
"""

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
        # The many months first: each ingest copies the database as it is by then.
        say("  Specimenshire (synthetic), its months")
        for request, settings in month_requests(str(making), Path(folder)):
            ingest(request, settings)
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
        digest.update(f"{path.parent.name}/{path.name}".encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(folder: Path) -> list[Path]:
    """The extract files of the demo, and what makes others, in an order of their own."""
    made_by = (Path(boardtui.__file__).parent / "specimenshire").glob("*.py")
    given = (path for name in (PUBLISHED, *INVENTED) for path in (folder / name).rglob("*.csv"))
    return sorted((*made_by, *given), key=lambda path: (path.parent.name, path.name))


def requests(database: str) -> Iterator[tuple[str, IngestRequest]]:
    """What is to be ingested of the demo's files into its database, each with a title."""
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


def month_requests(database: str, folder: Path) -> Iterator[tuple[IngestRequest, Settings]]:
    """The months to be ingested, oldest first, each with the settings that it was counted under.

    Their files are made in the folder as they are asked for.
    """
    from boardtui.ingest import IngestRequest
    from boardtui.settings import Settings
    from boardtui.settings.declared import Overdue
    from boardtui.specimenshire.months import FORCE, write_months

    for month in write_months(folder / "months"):
        request = IngestRequest(
            database, force=FORCE, as_at=month.day, files=month.files, synthetic=True
        )
        yield request, Settings(overdue=Overdue(grace_days=month.grace_days))


def _given(folder: Path, kinds: tuple[str, ...]) -> dict[str, Path]:
    paths = {kind: folder / f"{kind}.csv" for kind in kinds}
    return {kind: path for kind, path in paths.items() if path.is_file()}


def _remove_others(path: Path) -> None:
    """Remove the demo databases of other versions, but for one that another program has open."""
    for other in path.parent.glob("demo-*.db"):
        if other != path:
            with contextlib.suppress(OSError):
                other.unlink()
