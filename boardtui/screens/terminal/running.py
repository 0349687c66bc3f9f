"""Running the board until it ends: left, failed, told to by a signal, or its terminal gone."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from boardtui.process.ending import at_work, last_act
from boardtui.screens.terminal.crash import Failing
from boardtui.screens.terminal.driver import Terminal


def run_app(app: Failing, *, mouse: bool) -> int:
    """Run an app and stay until it is left; the exit status.

    Raises:
        BaseException: what it failed by, once the terminal is as it was.
    """
    run_to_the_end(app, mouse=mouse)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def run_to_the_end(app: Failing, *, mouse: bool) -> None:
    """Run an app; work on other threads is not waited for once it has ended."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(partial(_fail, app))

    def told(status: int) -> None:
        loop.call_soon_threadsafe(app.end, status)

    try:
        with at_work(told), last_act(partial(_restore, app)):
            app.run(mouse=mouse, loop=loop)
    finally:
        loop.run_until_complete(_cancel_others())
        loop.close()


def _fail(app: Failing, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """In place of a traceback for what failed and was waited for by nobody."""
    if app.is_running and isinstance(error := context.get("exception"), Exception):
        app.fail(error)


def _restore(app: Failing) -> None:
    if isinstance(app._driver, Terminal):
        app._driver.restore_at_once()


async def _cancel_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
