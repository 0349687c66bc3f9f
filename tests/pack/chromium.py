"""A Chromium without a window, where the machine has one: pages as it lays them out and tells them.

It is spoken to over two pipes (the DevTools protocol, chromedevtools.github.io/devtools-protocol),
so that nothing listens on a port.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")

PROGRAM = next(filter(None, map(shutil.which, NAMES)), None)
"""The browser, if the machine has one."""


class Page:
    """One page that is open in a browser."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._rest = b""
        self._count = 0
        self._session: str | None = None

    def open(self, path: Path, width: int, height: int = 900) -> None:
        """Open a file in a window of a size, and wait until it is all there."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.ask("Page.enable")
        self.ask("Log.enable")
        self.ask("Page.navigate", url=path.as_uri())
        self._until("Page.loadEventFired")

    def value(self, expression: str) -> Any:
        """What an expression gives in the page, as plain data."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")

    def accessible(self) -> list[tuple[str, str]]:
        """What the page tells a screen reader, in order: roles, each with its name."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}

        def told(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
            if not node["ignored"]:
                name = node.get("name", {}).get("value", "")
                yield str(node["role"]["value"]), str(name)
            for child in node.get("childIds", ()):
                yield from told(by_id[child])

        return list(told(nodes[0]))

    def ask(self, method: str, **given: Any) -> Any:
        """What the browser answers."""
        self._count += 1
        asked: dict[str, Any] = {"id": self._count, "method": method, "params": given}
        if self._session is not None:
            asked["sessionId"] = self._session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._count:
                assert "error" not in told, told
                return told["result"]

    def _until(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._read, 1 << 16)
            assert piece, "the browser has gone"
            self._rest += piece
        first, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(first)
        return found


@contextmanager
def browser(profile: Path) -> Iterator[Page]:
    """A browser with a profile of its own, which ends with the block."""
    assert PROGRAM is not None
    for_it, from_us = os.pipe()
    to_us, from_it = os.pipe()
    # The protocol asks for the numbers 3 and 4: a shell puts the pipes there.
    words = f'exec "$0" "$@" 3<&{for_it} 4>&{from_it}'
    options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe")
    ran = subprocess.Popen(
        ["bash", "-c", words, PROGRAM, *options, f"--user-data-dir={profile}"],
        pass_fds=(for_it, from_it),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(for_it)
    os.close(from_it)
    page = Page(to_us, from_us)
    try:
        yield page
        page._session = None
        page.ask("Browser.close")
        ran.wait(30)
    finally:
        ran.kill()
        ran.wait()
        os.close(from_us)
        os.close(to_us)
