"""What a terminal sends: keys are read as ever, and whatever else arrives harms nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from boardtui.screens.terminal.far import escape_delay
from boardtui.screens.terminal.typed import LONGEST_PASTE, SILENCE, Typed

BEGIN, END = b"\x1b[200~", b"\x1b[201~"


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def keys(typed: Typed, data: bytes) -> list[str]:
    return [event.key for event in typed.take(data) if isinstance(event, Key)]


def pasted(events: list[object]) -> list[str]:
    return [event.text for event in events if isinstance(event, Paste)]


def test_bytes_that_are_not_utf_8_are_left_out() -> None:
    typed = Typed(Clock(), 0.1)
    assert keys(typed, b"a\xa3b\xff\xc3") == ["a", "b"]
    assert keys(typed, "é".encode()) == ["é"]


def test_a_letter_may_come_in_pieces() -> None:
    typed = Typed(Clock(), 0.1)
    assert keys(typed, "é".encode()[:1]) == []
    assert keys(typed, "é".encode()[1:]) == ["é"]


@pytest.mark.parametrize(
    "report",
    [
        b"\x1b[99999999999u",
        b"\x1b[1114112u",
        b"\x1b[97;1;99999999999u",
        b"\x1b[97;99999999999999999999999u",
        b"\x1b[55296u",
        b"\x1b[48;0;0;0;0t\x1b[<0;1;1M",
        b"\x1b[<0;999999999999999999999;1M",
        b"\x1b[" + b"9" * 10_000 + b"u",
        b"\x1b[\xff\xff",
        b"\x1b]52;c;" + b"A" * 10_000 + b"\x07",
    ],
    ids=range(10),
)
def test_after_an_odd_report_keys_are_read_as_before(report: bytes) -> None:
    typed = Typed(Clock(), 0.1)
    list(typed.take(report))
    list(typed.take(b"x" * 40))  # longer than any report is waited for
    assert keys(typed, b"q") == ["q"]


@given(st.lists(st.binary(max_size=40)))
def test_nothing_that_arrives_stops_the_reading(pieces: list[bytes]) -> None:
    clock = Clock()
    typed = Typed(clock, 0.1)
    for piece in pieces:
        list(typed.take(piece))
        clock.now += 1.0
        list(typed.wait())
    clock.now += SILENCE
    list(typed.wait())
    list(typed.take(b"\x1b[201~" + b"x" * 40))
    assert keys(typed, b"q")[-1:] == ["q"]


def test_what_is_pasted_is_one_event() -> None:
    typed = Typed(Clock(), 0.1)
    assert pasted(list(typed.take(BEGIN + b"one two" + END))) == ["one two"]


def test_a_paste_without_an_end_is_ended_by_silence() -> None:
    clock = Clock()
    typed = Typed(clock, 0.1)
    assert keys(typed, BEGIN[:3]) == []
    assert keys(typed, BEGIN[3:] + b"one") == []
    clock.now = SILENCE - 0.1
    assert keys(typed, b" two") == []
    assert list(typed.wait()) == []
    clock.now += 2 * SILENCE
    assert pasted(list(typed.wait())) == ["one two"]
    assert keys(typed, b"q") == ["q"]


def test_a_paste_without_an_end_is_ended_by_its_length() -> None:
    typed = Typed(Clock(), 0.1)
    events: list[object] = list(typed.take(BEGIN))
    for _ in range(LONGEST_PASTE // 1_000 + 1):
        events += typed.take(b"x" * 1_000)
    assert pasted(events)
    assert keys(typed, b"q") == ["q"]


IN_PIECES = ["escape", "left_square_bracket", "A"]


@pytest.mark.parametrize(("delay", "read"), [(0.3, ["up"]), (0.1, IN_PIECES)])
def test_a_key_may_come_in_pieces(
    monkeypatch: pytest.MonkeyPatch, delay: float, read: list[str]
) -> None:
    clock = Clock()
    monkeypatch.setattr("textual._parser.get_time", clock)
    typed = Typed(clock, delay)
    events: list[object] = []
    for piece in (b"\x1b", b"[", b"A"):
        events += typed.take(piece)
        clock.now += 0.15
        events += typed.wait()
    assert [event.key for event in events if isinstance(event, Key)] == read


def test_the_key_esc_is_read_once_nothing_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr("textual._parser.get_time", clock)
    typed = Typed(clock, 0.4)
    events: list[object] = list(typed.take(b"\x1b"))
    clock.now += 0.41
    events += typed.wait()
    assert [event.key for event in events if isinstance(event, Key)] == ["escape"]


def test_it_is_waited_for_longer_over_ssh() -> None:
    far = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
    assert escape_delay(0, {}) == 0.1
    assert escape_delay(0, far) == 0.3
    assert escape_delay(250, far) == 0.25
