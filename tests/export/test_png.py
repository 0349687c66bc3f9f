"""A picture as PNG: of the size that was asked for, with what it is of as harmless text."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from struct import unpack
from zlib import crc32

import pytest

from boardtui.export.picture import png as module
from boardtui.export.picture.picture import Ink, Picture, Run
from boardtui.export.picture.png import png
from tests.panels.hostile import MOVING

INK = Ink("#ffffff", "#000000")


def picture(text: str = "x", about: str = "Newshire") -> Picture:
    row = (Run(text.ljust(10), INK),)
    return Picture((about, "Board"), (row, row), 10, "#000000")


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and content of each chunk, whose sums are right (PNG, third edition, 5.3)."""
    at = 8
    while at < len(data):
        (length,) = unpack(">I", data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert data[at + 8 + length : at + 12 + length] == crc32(kind + content).to_bytes(4, "big")
        yield kind, content
        at += 12 + length


def texts(data: bytes) -> dict[str, str]:
    """The texts of a picture by their names: uncompressed iTXt, in no language."""
    found = {}
    for kind, content in chunks(data):
        if kind == b"iTXt":
            name, _, rest = content.partition(b"\0")
            assert rest[:4] == b"\0\0\0\0"
            found[name.decode()] = rest[4:].decode()
    return found


def test_a_cell_is_20_by_40_pixels_with_a_margin_around_all() -> None:
    data = png(picture())
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    (kind, header), *_ = chunks(data)
    assert (kind, unpack(">II", header[:8])) == (b"IHDR", (10 * 20 + 40, 2 * 40 + 40))


def test_what_it_is_of_stands_in_it_as_text() -> None:
    assert texts(png(picture())) == {"Title": "Newshire: Board", "Description": "Newshire\nBoard"}


def test_nothing_in_its_texts_moves_a_terminal() -> None:
    told = texts(png(picture(about=MOVING)))
    assert "esrever" in told["Title"]
    assert not {*"".join(told.values())} & {*"\x1b\x07\u202e\u202c\u2028\u200b"}


def test_letters_are_drawn_by_a_font_of_our_own() -> None:
    assert png(picture("W")) != png(picture("i"))
    assert png(picture("W")) != png(picture(" "))


def test_the_renderer_is_given_no_font_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FONTS", module.FONTS / "none here")
    assert png(picture("W")) == png(picture("i"))


def test_what_nobody_waits_for_any_more_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    class LeftError(Exception):
        pass

    def left() -> None:
        raise LeftError

    begun: list[subprocess.Popen[bytes]] = []
    begin = subprocess.Popen

    def noted(*arguments: object, **more: object) -> subprocess.Popen[bytes]:
        begun.append(begin([sys.executable, "-c", "input()"], **more))  # type: ignore[call-overload]
        return begun[0]

    monkeypatch.setattr(subprocess, "Popen", noted)
    monkeypatch.setattr(module, "STEP", 0.0)
    with pytest.raises(LeftError):
        png(picture(), left)
    assert begun[0].returncode is not None


def test_a_renderer_that_fails_is_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "PIXELS", "not a number")
    with pytest.raises(OSError, match="could not be drawn as PNG; as SVG it may be"):
        png(picture())
