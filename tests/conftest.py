"""What all tests share: the demo database, a terminal of all colours, how hard properties look.

HYPOTHESIS_PROFILE=long looks longer, as `make properties` does.
"""

from __future__ import annotations

import fcntl
import gc
import importlib
import os
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import settings

# Whatever terminal the tests run in: before Textual is imported, which reads it once.
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
os.environ.pop("NO_COLOR", None)

# No deadline: the first example pays for the imports.
settings.register_profile("short", max_examples=15, deadline=None)
settings.register_profile("long", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Of several processes, have each begin with test files that none of the others begins with.

    Pytest takes longer to write the asserts of a file anew than to read what another process wrote.
    """
    workers = getattr(session.config, "workerinput", {"workercount": 1})
    if workers["workercount"] == 1:
        return
    here, number = Path(__file__).parent, int(workers["workerid"].removeprefix("gw"))
    for path in sorted(here.rglob("test_*.py"))[number :: workers["workercount"]]:
        # What is wrong with it is said when it is collected.
        with suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(path.relative_to(here.parent).with_suffix("").parts))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for garbage less often: a fifth of the suite's time went into it.

    What was imported and collected stays for good, and an app that is over is a large circle each.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo database. Read it only: every test has the same one.

    Of several processes that run tests at once, the first makes it and the others wait for it.
    """
    from boardtui import demo

    at_once = "PYTEST_XDIST_WORKER" in os.environ
    folder = tmp_path_factory.getbasetemp()
    path = (folder.parent if at_once else folder) / "demo.db"
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            demo.build(path, lambda text: None)
    return path


@pytest.fixture
def few_months(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo of few months, for who looks at where it is made: the others read one of all."""
    from boardtui import demo

    every = demo.month_requests
    monkeypatch.setattr(demo, "month_requests", lambda *where: islice(every(*where), 2))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not run for want of a program, and against which servers sessions were tried.

    So nobody takes for tested what was not.
    """
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = {str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)}
    for reason in sorted(reasons):
        count = sum(reason in str(report.longrepr) for report in skipped)
        terminalreporter.write_line(f"NOT RUN: {count} tests ({reason})", yellow=True)
    reports = (each for group in terminalreporter.stats.values() for each in group)
    properties = (pair for each in reports for pair in getattr(each, "user_properties", ()))
    for name in sorted({str(value) for key, value in properties if key == "ssh server"}):
        terminalreporter.write_line(f"Sessions over SSH were served by {name}.")
