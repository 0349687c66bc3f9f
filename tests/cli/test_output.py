"""Text, CSV and JSON that are safe to print, whatever the data holds."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date

import pytest

from boardtui.cli.output import json_text, stream_json, write_csv, write_lines
from boardtui.core.words.spreadsheet import cell


@pytest.mark.parametrize("text", ["=1+1", "+44", "-North", "@sum", "＝1+1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "shown"), [("\t=1", "' =1"), ("\r=1", "'\ufffd=1"), ("\ufe0f=1", "'=1")]
)
def test_what_cannot_be_seen_before_a_formula_hides_nothing(text: str, shown: str) -> None:
    assert cell(text) == shown


def test_a_cell_holds_nothing_that_a_terminal_would_obey() -> None:
    assert cell("\x1b[2Jgone") == "\ufffd[2Jgone"


@pytest.mark.parametrize("value", [-3, -3.5, 0, 273])
def test_a_number_stays_a_number(value: float) -> None:
    assert cell(value) is value


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (True, "yes"), (False, "no"), (date(2024, 1, 17), "2024-01-17"), ("a=b", "a=b")],
)
def test_other_values_are_written_plainly(value: object, expected: str) -> None:
    assert cell(value) == expected


def test_csv_quotes_what_needs_it(capsys: pytest.CaptureFixture[str]) -> None:
    write_csv(["unit", "value"], [['North, "old"', -1], ["-1", None]])
    assert capsys.readouterr().out == 'unit,value\n"North, ""old""",-1\n\'-1,\n'


def test_json_keeps_letters_and_escapes_what_a_terminal_would_obey() -> None:
    text = json_text({"unit": "Zoë \x1b[31m \x9b \u202e \ud800", "day": date(2024, 1, 17)})
    assert text == ('{"unit": "Zoë \\u001b[31m \\u009b \\u202e \\ud800", "day": "2024-01-17"}')
    assert json.loads(text)["unit"] == "Zoë \x1b[31m \x9b \u202e \ud800"


def test_json_refuses_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(float("inf"))


@pytest.mark.parametrize("items", [[], [1], [1, 2]])
def test_a_streamed_list_is_json(items: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    stream_json({"version": 1}, "figures", iter(items))
    assert json.loads(capsys.readouterr().out) == {"version": 1, "figures": items}


def test_a_list_is_streamed_without_being_held(capsys: pytest.CaptureFixture[str]) -> None:
    written_before_the_last = []

    def items() -> Iterator[int]:
        yield 1
        written_before_the_last.append(capsys.readouterr().out)
        yield 2

    stream_json({"version": 1}, "figures", items())
    assert "1" in written_before_the_last[0]


def test_a_terminal_without_a_character_gets_another(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    write_lines(["Zoë −3 ≈1,500 1–30 名"])
    sys.stdout.flush()
    assert raw.getvalue().decode("latin-1").splitlines() == ["Zoë -3 about 1,500 1-30 ?"]


def test_data_is_utf_8_on_any_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))
    write_csv(["unit"], [["Zoë"]])
    sys.stdout.flush()
    assert raw.getvalue() == "unit\nZoë\n".encode()
