"""The page for administrators, done as it says: its files and commands, in folders of a test."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.docs.documents import ROOT, blocks, commands, text_of
from tests.screens.terminal import CLEAN

PAGE = text_of(ROOT / "docs/ssh.md")
COMMANDS = list(commands(PAGE))
(SETTINGS,) = blocks(PAGE, "toml")

ACCOUNT = getpass.getuser()
"""The account that the board is opened as: the tests cannot make another."""


class Place:
    """A server's folders and keys: a database, settings, and those who may look."""

    def __init__(self, folder: Path, database: Path) -> None:
        # A blank and a quotation mark: what is printed must hold for any name.
        self.folder = folder
        self.served, self.settings = folder / "it's served", folder / "settings"
        self.exports = folder / "exports"
        for each in (self.served, self.settings, self.exports):
            each.mkdir(mode=0o700)
        self.database = Path(shutil.copy(database, self.served / "board.db"))
        (self.settings / "restricted.toml").write_text(SETTINGS)
        self.key, self.exporting_key = self._new_key("reviewer"), self._new_key("exporting")
        self.host_key = self._new_key("host")

    def placed(self, word: str) -> str:
        """A word of the page, with what it names in this place."""
        names = {
            "/srv/boardtui": str(self.served),
            "/etc/boardtui": str(self.settings),
            "reviewer.pub": f"{self.key}.pub",
            "boardtui@server.example": f"{ACCOUNT}@127.0.0.1",
        }
        for name, here in names.items():
            word = word.replace(name, here)
        return ACCOUNT if word == "boardtui" else word

    def printed(self, option: str) -> str:
        """What the page's command with an option prints."""
        (words,) = [each for each in COMMANDS if option in each]
        return self._run(words[0], *map(self.placed, words[1:]))

    def authorized_keys(self) -> str:
        """The lines of the page, and one for a key that may copy, and write to a folder."""
        allowing = self.settings / "allowing.toml"
        allowing.write_text(
            f'boardtui = 1\n[restricted]\nclipboard = true\nexports = "{self.exports}"\n'
        )
        words = [str(self.database), "--config", str(allowing), "--key"]
        line = self._run("boardtui", "serve-ssh-config", *words, f"{self.exporting_key}.pub")
        return self.printed("--key") + line

    def files(self) -> dict[Path, bytes]:
        """All files of the place but those of SSH itself."""
        folders = (self.served, self.settings, self.exports)
        found = [path for folder in folders for path in folder.rglob("*")]
        return {path: path.read_bytes() for path in found if path.is_file()}

    def _new_key(self, name: str) -> Path:
        path = self.folder / name
        if keygen := shutil.which("ssh-keygen"):
            made = [keygen, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)]
            subprocess.run(made, check=True)
        else:
            import asyncssh

            key = asyncssh.generate_private_key("ssh-ed25519", name)
            key.write_private_key(path)
            path.chmod(0o600)
            key.write_public_key(f"{path}.pub")
        return path

    def _run(self, *words: str) -> str:
        boardtui = Path(sys.executable).with_name(words[0])
        own = {k: v for k, v in os.environ.items() if k not in CLEAN}
        command: Sequence[str] = [str(boardtui), *words[1:]]
        ran = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=self.folder, env=own
        )
        return ran.stdout
