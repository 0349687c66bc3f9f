"""A paper as a file: which kinds there are, by the end of the name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from boardtui.pack.document.paper import Paper
from boardtui.process.new_file import new_file


def _pdf(paper: Paper) -> bytes:
    from boardtui.pack.writing.pdf import pdf

    return pdf(paper)


def _html(paper: Paper) -> bytes:
    from boardtui.pack.writing.html import html

    return html(paper).encode()


def _xlsx(paper: Paper) -> bytes:
    from boardtui.pack.writing.workbook import workbook

    return workbook(paper)


KINDS: dict[str, Callable[[Paper], bytes]] = {".pdf": _pdf, ".html": _html, ".xlsx": _xlsx}
"""What writes each kind, by the end of the file's name; each is imported when it is asked for."""


def write(paper: Paper, path: Path) -> None:
    """Write a paper to a new file, whole or not at all; nobody else may read it.

    Raises:
        OSError: the name is taken, or the file cannot be written.
    """
    written = KINDS[path.suffix.lower()](paper)
    try:
        with new_file(path) as file:
            file.buffer.write(written)
    except OSError as error:
        if error.filename or error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error
