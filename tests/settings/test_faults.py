"""What is refused, and the sentence that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.settings import SettingsError
from boardtui.settings.load import load


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("boardtui.settings.load.user_file", lambda: tmp_path / "none.toml")
    return tmp_path


def faults_of(text: str, environment: dict[str, str] | None = None) -> tuple[str, ...]:
    Path("f.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load("f.toml", environment or {})
    return caught.value.faults


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[overdue]\ngrace_day = 3",
            "f.toml: there is no setting overdue.grace_day; did you mean overdue.grace_days?",
        ),
        (
            "[overdu]\ngrace_days = 3",
            "f.toml: there is no section [overdu]; did you mean [overdue]?",
        ),
        (
            "grace_days = 3",
            "f.toml: there is no setting grace_days; did you mean overdue.grace_days?",
        ),
        ("[weather]\nrain = 3", "f.toml: there is no section [weather]."),
        ("[display]\nzzz = 3", "f.toml: there is no setting display.zzz."),
        ("overdue = 3", "f.toml: overdue is 3; expected a section, [overdue]."),
        (
            "boardtui = 2",
            "f.toml: boardtui is 2; expected 1, the version of the settings file that this "
            "boardtui reads.",
        ),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(text: str, sentence: str) -> None:
    assert faults_of(text) == (sentence,)


@pytest.mark.parametrize(
    "value", ["-1", "true", "1.0", '"3"', "3651", "1000000", "[3]", "1979-05-27"]
)
def test_grace_days_are_a_whole_number_of_days(value: str) -> None:
    (fault,) = faults_of(f"[overdue]\ngrace_days = {value}")
    assert fault == (
        f"f.toml: overdue.grace_days is {value}; expected a whole number of days, 0 to 3,650."
    )


@pytest.mark.parametrize(
    "value",
    [
        *("[]", "[0, 30]", "[30, 30]", "[90, 30]", "30", "[30, true]", "[30, 36501]"),
        str(list(range(1, 22))),
    ],
)
def test_bands_are_rising_whole_days(value: str) -> None:
    (fault,) = faults_of(f"[overdue]\nbands = {value}")
    assert fault == (
        f"f.toml: overdue.bands is {value}; expected up to 20 whole numbers of days, 1 to 36,500, "
        "each above the one before."
    )


def test_twenty_bands_are_not_too_many() -> None:
    Path("f.toml").write_text(f"[overdue]\nbands = {list(range(1, 21))}")
    assert len(load("f.toml", {}).settings.overdue.bands) == 20


def test_a_number_of_thousands_of_digits_is_told_in_short() -> None:
    (fault,) = faults_of(f"[overdue]\ngrace_days = 0x{'f' * 5_000}")
    assert fault.startswith("f.toml: overdue.grace_days is 0xffffffffffff…; expected a whole")


@pytest.mark.parametrize("value", ['"Notes"', '["Notes", 3]', '[""]'])
def test_columns_to_ignore_are_a_list_of_texts(value: str) -> None:
    (fault,) = faults_of(f"[extract]\nignore = {value}")
    assert fault.endswith('expected a list of texts, like ["Notes", "Telephone"].')


@pytest.mark.parametrize("value", ['"x"', '{ "Nominal" = 3 }', '{ "Nominal" = "" }'])
def test_column_names_are_names_with_texts(value: str) -> None:
    (fault,) = faults_of(f"[extract]\ncolumns = {value}")
    assert fault.startswith("f.toml: extract.columns is ")


def test_a_theme_is_one_of_its_words() -> None:
    assert faults_of('[display]\ntheme = "red"') == (
        'f.toml: display.theme is "red"; expected "dark" or "light".',
    )


def test_every_fault_of_file_and_environment_is_told_at_once() -> None:
    faults = faults_of(
        '[overdue]\ngrace_days = "ten"\nbands = []\n', {"BOARDTUI_DISPLAY_THEME": "red"}
    )
    assert len(faults) == 3


def test_a_variable_that_names_no_setting_is_refused_with_the_nearest() -> None:
    assert faults_of("", {"BOARDTUI_OVERDUE_GRACE": "3"}) == (
        "The environment variable BOARDTUI_OVERDUE_GRACE names no setting; did you mean "
        "BOARDTUI_OVERDUE_GRACE_DAYS?",
    )


@pytest.mark.parametrize("value", ["ten", "1.5", "", "3 days", "²"])
def test_a_variable_that_holds_the_wrong_thing_is_refused(value: str) -> None:
    (fault,) = faults_of("", {"BOARDTUI_OVERDUE_GRACE_DAYS": value})
    assert fault == (
        f'The environment variable BOARDTUI_OVERDUE_GRACE_DAYS is "{value}"; expected a whole '
        "number of days, 0 to 3,650."
    )


def test_other_programs_variables_are_left_alone() -> None:
    load(None, {"PATH": "/bin", "BOARD": "1"})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[overdue\n", "not TOML"),
        (b"[overdue]\ngrace_days = 1\ngrace_days = 2\n", "not TOML"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"a = " + b"[" * 100_000, "not TOML"),
        (b"a = " + b"9" * 5_000, "not TOML: a number in them has too many digits"),
    ],
)
def test_a_file_that_is_no_toml_is_refused(content: bytes, words: str) -> None:
    Path("f.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=rf"^f\.toml: the settings are {words}"):
        load("f.toml", {})


def test_what_never_ends_is_no_settings_file() -> None:
    with pytest.raises(SettingsError, match=r"/dev/zero: it is larger than any settings file\."):
        load("/dev/zero", {})
