"""Settings, modules and variables that somebody has put in the way of a restricted board."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from boardtui.cli.main import main
from boardtui.cli.restricted import FLAG, ISOLATED
from tests.screens.terminal import in_terminal, user_environment

FIRST = "† by records"
DEFINED = "Overdue visits, defined"
PROMPT = b">>> "
FAULTY = "boardtui = 1\n[none]\n"
"""Settings by which boardtui does not open, where it looks at them."""

MARKING = "import pathlib; pathlib.Path({mark!r}).write_text('here')\n"


class Hostile:
    """A folder to start in, with all that can be put there, and variables that point to it."""

    def __init__(self, folder: Path) -> None:
        self.here, self.home, self.marks = folder, folder / "home", folder / "marks"
        self.modules, self.run = folder / "modules", folder / "run"
        for each in (self.home, self.marks, self.modules, self.run):
            each.mkdir()
        (self.modules / "textual_dev").mkdir()
        for module in ("sitecustomize", "textual_dev/__init__", "textual_dev/client"):
            mark = str(self.marks / module.rpartition("/")[2])
            (self.modules / f"{module}.py").write_text(MARKING.format(mark=mark))
        self.set: dict[str, str] = {
            "PYTHONPATH": str(self.modules),
            "TEXTUAL": "devtools",
            "TEXTUAL_LOG": str(self.marks / "log"),
            "XDG_RUNTIME_DIR": str(self.run),
        }

    def with_settings(self) -> Mapping[str, str]:
        """All settings that could be looked at: each is such that no board opens."""
        places = [self.here / "config.toml", self.here / "named.toml"]
        for folder in (self.home / ".config", self.here / "xdg"):
            places.append(folder / "boardtui" / "config.toml")
        for place in places:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(FAULTY)
        return {
            "BOARDTUI_CONFIG": str(self.here / "named.toml"),
            "BOARDTUI_NONE": "1",
            "XDG_CONFIG_HOME": str(self.here / "xdg"),
            "HOME": str(self.home),
        }


class Found(Struct, frozen=True):
    """What came of a session: what was sent, and which files and folders were made."""

    sent: bytes
    made: frozenset[str]


TRACES: dict[str, Callable[[Found], bool]] = {
    "PYTHONPATH": lambda found: "sitecustomize" in found.made,
    "PYTHONINSPECT": lambda found: PROMPT in found.sent,
    "PYTHONPYCACHEPREFIX": lambda found: "compiled" in found.made,
    "TEXTUAL": lambda found: "client" in found.made,
    "TEXTUAL_LOG": lambda found: "log" in found.made,
    "TEXTUAL_PRESS": lambda found: DEFINED.encode() in found.sent,
    "TEXTUAL_SCREENSHOT": lambda found: "shot.svg" in found.made,
    "XDG_RUNTIME_DIR": lambda found: "boardtui" in found.made,
}
"""How it shows that a variable was obeyed."""


@pytest.fixture(scope="module")
def found(
    tmp_path_factory: pytest.TempPathFactory, demo_database: Path
) -> Mapping[str, list[Found]]:
    """What came of sessions on ordinary boards, and of one on a restricted board.

    Textual's picture ends the board: where it is obeyed, it has a session of its own.
    """
    plain = [sys.executable, "-m", "boardtui", str(demo_database)]
    restricted = [sys.executable, *ISOLATED, FLAG, str(demo_database)]

    def hostile() -> Hostile:
        return Hostile(tmp_path_factory.mktemp("hostile"))

    one, two, three, closed = (hostile() for _ in range(4))
    return {
        "plain": [
            _session(one, plain, {"TEXTUAL_PRESS": "d"}, defined=True),
            _session(two, plain, _screenshot(two), leaves_itself=True),
            _inspected(three),
        ],
        "restricted": [
            _session(
                closed,
                restricted,
                {
                    **closed.with_settings(),
                    **_screenshot(closed),
                    **_stopping(closed),
                    "TEXTUAL_PRESS": "d",
                },
            )
        ],
    }


def _screenshot(hostile: Hostile) -> Mapping[str, str]:
    names = ("TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION", "TEXTUAL_SCREENSHOT_FILENAME")
    return dict(zip(names, ("1", str(hostile.marks), "shot.svg"), strict=True))


def _stopping(hostile: Hostile) -> Mapping[str, str]:
    """By which Python stays, and keeps what it compiles elsewhere."""
    return {"PYTHONINSPECT": "1", "PYTHONPYCACHEPREFIX": str(hostile.marks / "compiled")}


def _session(
    hostile: Hostile,
    command: list[str],
    more: Mapping[str, str],
    *,
    defined: bool = False,
    leaves_itself: bool = False,
) -> Found:
    own = {**user_environment(hostile.here), **hostile.set, **more}
    del own["XDG_CONFIG_HOME" if "HOME" not in more else "PATH"]
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    with in_terminal(command, hostile.here, own) as terminal:
        if not leaves_itself:
            terminal.wait_for(DEFINED if defined else FIRST)
            if defined:
                terminal.press("\x1b")
                terminal.wait_without(DEFINED)
            terminal.press("P")
            terminal.wait_for("slide 1 of")
            terminal.press("\x1b[C")
            terminal.wait_for("slide 2 of")
            # For as long as Textual waits before it draws its picture, and a show for its notes.
            terminal.wait_until(terminal.silent, "silence")
            terminal.press("q")
            terminal.wait_for(FIRST)
            terminal.press("q")
        assert terminal.ended() == 0
    made = [*hostile.marks.iterdir(), *hostile.run.iterdir()]
    return Found(terminal.sent, frozenset(path.name for path in made))


def _inspected(hostile: Hostile) -> Found:
    """What a command comes to by which Python stays, and asks what to do next."""
    command = [sys.executable, "-m", "boardtui", "--version"]
    own = {**user_environment(hostile.here), **_stopping(hostile)}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    with in_terminal(command, hostile.here, own) as terminal:
        terminal.wait_until(lambda: PROMPT in terminal.sent, "Python's prompt")
    return Found(terminal.sent, frozenset(path.name for path in hostile.marks.iterdir()))


@pytest.mark.parametrize("variable", TRACES)
def test_a_variable_changes_nothing(found: Mapping[str, list[Found]], variable: str) -> None:
    assert any(map(TRACES[variable], found["plain"])), "nothing shows that it was obeyed"
    assert not any(map(TRACES[variable], found["restricted"]))


def test_nothing_at_all_was_made(found: Mapping[str, list[Found]]) -> None:
    (restricted,) = found["restricted"]
    assert restricted.made == frozenset()


@pytest.mark.parametrize("variable", ["BOARDTUI_CONFIG", "BOARDTUI_NONE", "XDG_CONFIG_HOME", ""])
def test_settings_that_a_restricted_board_opened_beside_are_looked_at_by_others(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variable: str,
) -> None:
    """Else the session above would not show that it does not look at them."""
    hostile = Hostile(tmp_path)
    settings = hostile.with_settings()
    for name in [name for name in os.environ if name.startswith(("BOARDTUI_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(hostile.home if variable else hostile.here)
    monkeypatch.setenv("HOME", str(hostile.marks))
    if variable:
        monkeypatch.setenv(variable, settings[variable])
    assert main(["config", "validate"]) == 2
    assert "none" in capsys.readouterr().err.lower()
