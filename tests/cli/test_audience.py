"""Who is shown what on the command line: asked for, set, and the stricter of the two."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.settings import Settings
from tests.cli.conftest import Run

FLOW = ("--force", "Exampleshire", "--from", "2023-03-31", "--to", "2024-01-17")


def shown_settings(opened: list[Any]) -> Settings:
    ((_, _, _, settings, *_),) = opened
    assert isinstance(settings, Settings)
    return settings


@pytest.mark.parametrize("asked", [None, *Audience])
@pytest.mark.parametrize("own", list(Audience))
def test_the_stricter_of_command_line_and_settings_wins(
    run: Run,
    opened: list[Any],
    demo_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: Audience | None,
    own: Audience,
) -> None:
    monkeypatch.setenv("BOARDTUI_AUDIENCE_SHOWN_TO", own)
    words = [] if asked is None else ["--audience", asked]
    assert run(demo_database, *words).status == 0
    order = list(Audience)
    settings = shown_settings(opened)
    expected = max(order.index(own), order.index(asked or Audience.FORCE))
    assert settings.rules().audience is order[expected]
    assert settings.cases_open() == (order[expected] is Audience.FORCE)


@pytest.mark.parametrize("audience", list(Audience))
def test_no_audience_opens_cases_that_are_closed(
    run: Run, opened: list[Any], demo_database: Path, audience: Audience
) -> None:
    assert run(demo_database, "--no-cases", "--audience", audience).status == 0
    assert not shown_settings(opened).cases_open()
    assert not shown_settings(opened).display.cases


def test_the_force_is_printed_what_it_was(run: Run, demo_database: Path) -> None:
    for words in (("figures", "--format", "json"), ("figures", "--format", "csv")):
        command, *rest = words
        plain = run(command, demo_database, *rest)
        assert plain.out == run(command, demo_database, *rest, "--audience", "force").out
        assert "audience" not in plain.out


def test_json_has_hidden_figures_as_withheld_ones(run: Run, demo_database: Path) -> None:
    ran = run("figures", demo_database, "--by", "unit", "--format", "json", "--audience", "board")
    shown = json.loads(ran.out)
    assert shown["audience"] == "board"
    hidden = [each for each in shown["figures"] if each["suppressed"]]
    assert hidden
    for each in hidden:
        assert each["qualifier"] == "suppressed"
        assert [each[name] for name in ("value", "low", "high", "share", "change")] == [None] * 5


def test_text_says_what_is_hidden_and_that_it_is_a_courtesy(run: Run, demo_database: Path) -> None:
    for words in (("figures", demo_database), ("flow", demo_database, *FLOW)):
        out = run(*words, "--audience", "public").out
        assert "counts below 10 are hidden" in out.splitlines()[1]
        assert "courtesy" in out.splitlines()[1]
        assert "[c]" in out


def test_a_flow_has_its_small_parts_hidden(run: Run, demo_database: Path) -> None:
    ran = run("flow", demo_database, *FLOW, "--format", "json", "--audience", "board")
    parts = {each["part"]: each for each in json.loads(ran.out)["parts"]}
    assert parts["went_missing"]["count"] is None
    assert parts["went_missing"]["suppressed"] is True
    assert parts["went_missing"]["unknown"] is None
    assert parts["visited"]["count"] == 121
    ran = run("flow", demo_database, *FLOW, "--format", "csv", "--audience", "board")
    rows = {row["part"]: row["count"] for row in csv.DictReader(io.StringIO(ran.out))}
    assert rows["went_missing"] == "[c]"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("cases",), "Single cases are closed"),
        (("cases", "--part", "visited"), "Single cases are closed"),
        (("figures", "--by", "unit", "--by", "risk_level"), "Two slices at once are closed"),
        (("figures", "--by", "officer"), "Officers are not listed"),
        (("flow", *FLOW, "--by", "unit"), "two slices at once are closed"),
    ],
)
def test_what_is_closed_says_so(
    run: Run, demo_database: Path, words: tuple[str, ...], sentence: str
) -> None:
    command, *rest = words
    ran = run(command, demo_database, *rest, "--audience", "public")
    assert ran.status == 2
    assert ran.out == ""
    assert sentence in ran.err
    assert "the public" in ran.err


def test_cases_say_which_setting_closes_them(
    run: Run, demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDTUI_AUDIENCE_SHOWN_TO", "board")
    ran = run("cases", demo_database, "--audience", "force")
    assert ran.status == 2
    assert "BOARDTUI_AUDIENCE_SHOWN_TO" in ran.err


def test_warnings_tell_no_value_of_a_case(run: Run, demo_database: Path) -> None:
    ran = run("snapshots", demo_database, "--warnings", "--format", "json", "--audience", "board")
    assert {each["value"] for each in json.loads(ran.out)["warnings"]} == {None}


def test_an_audience_that_is_none_is_refused(run: Run, demo_database: Path) -> None:
    ran = run("figures", demo_database, "--audience", "bored")
    assert ran.status == 2
    assert "there is no audience bored; did you mean board?" in ran.err


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("SHOWN_TO", "everyone", '"force" or "board" or "public"'),
        ("BOARD_THRESHOLD", "1", "a whole number of people, 2 to 1,000"),
        ("PUBLIC_THRESHOLD", "many", "a whole number of people, 2 to 1,000"),
        ("PUBLIC_ROUNDING", "0", "a whole number of people, 1 to 100"),
        ("PUBLIC_ZEROS", "no", "true or false"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(
    run: Run,
    demo_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
    expected: str,
) -> None:
    monkeypatch.setenv(f"BOARDTUI_AUDIENCE_{variable}", value)
    ran = run("figures", demo_database)
    assert ran.status == 2
    assert ran.out == ""
    assert expected in ran.err


def test_a_deck_is_of_the_strictest_audience(run: Run, demo_database: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck.toml"
    ran = run("deck", demo_database, "--new", deck, "--audience", "public")
    assert ran.status == 0
    text = deck.read_text(encoding="utf-8")
    assert 'audience = "public"' in text.splitlines()[7]
    assert "275 visits are overdue" in text
    assert "273 visits are overdue" not in text
    # What the deck asks for holds where nothing else is asked for: another number is a fault.
    deck.write_text(text.replace("# sentence", "sentence"), encoding="utf-8")
    assert run("deck", demo_database, "--check", deck).status == 0
    deck.write_text(
        text.replace(
            '# sentence = "{now} visits are overdue', 'sentence = "273 visits are overdue'
        ),
        encoding="utf-8",
    )
    assert run("deck", demo_database, "--check", deck, "--audience", "force").status == 2
