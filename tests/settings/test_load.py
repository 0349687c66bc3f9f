"""Which file the settings come from, and which layer wins for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardtui.settings import Overdue, Settings, SettingsError
from boardtui.settings.load import DEFAULT, load
from boardtui.settings.retired import RETIRED
from boardtui.settings.setting import every_setting, variable_of

GRACE = "boardtui = 1\n[overdue]\ngrace_days = {}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a user without settings of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "boardtui.settings.load.user_file", lambda: tmp_path / "own" / "config.toml"
    )
    return tmp_path


def grace(days: int, path: Path) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text(GRACE.format(days), encoding="utf-8")
    return str(path)


def test_without_any_file_the_defaults_hold() -> None:
    loaded = load(None, {})
    assert loaded.settings == Settings()
    assert loaded.file is None
    assert set(loaded.origins.values()) == {DEFAULT}


def test_the_file_named_wins_over_all_others(folder: Path) -> None:
    named = grace(1, folder / "named.toml")
    environment = {"BOARDTUI_CONFIG": grace(2, folder / "variable.toml")}
    grace(3, folder / "config.toml")
    grace(4, folder / "own" / "config.toml")
    assert load(named, environment).settings.overdue.grace_days == 1


def test_the_file_of_the_variable_wins_over_the_working_folders(folder: Path) -> None:
    environment = {"BOARDTUI_CONFIG": grace(2, folder / "variable.toml")}
    grace(3, folder / "config.toml")
    assert load(None, environment).settings.overdue.grace_days == 2


def test_the_working_folders_file_wins_over_the_users_own(folder: Path) -> None:
    grace(3, folder / "config.toml")
    grace(4, folder / "own" / "config.toml")
    assert load(None, {}).settings.overdue.grace_days == 3


def test_the_users_own_file_is_read_last(folder: Path) -> None:
    grace(4, folder / "own" / "config.toml")
    assert load(None, {}).settings.overdue.grace_days == 4


@pytest.mark.parametrize(
    "text",
    ['title = "another program"\n', "# boardtui = 1\n", "boardtui = 10\n", "", "[boardtui]\n"],
)
def test_another_programs_config_toml_is_left_alone(folder: Path, text: str) -> None:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    assert load(None, {}).file is None


@pytest.mark.parametrize("first", ["boardtui = 1", "boardtui=1 # ours", "\ufeffboardtui = 1\r"])
def test_a_file_that_begins_as_ours_is_ours(folder: Path, first: str) -> None:
    text = f"{first}\n[overdue]\ngrace_days = 3\n"
    (folder / "config.toml").write_bytes(text.encode())
    assert load(None, {}).settings.overdue.grace_days == 3


def test_the_environment_wins_over_the_file(folder: Path) -> None:
    named = grace(1, folder / "named.toml")
    loaded = load(named, {"BOARDTUI_OVERDUE_GRACE_DAYS": "9"})
    assert loaded.settings.overdue.grace_days == 9


def test_each_setting_tells_where_it_came_from(folder: Path) -> None:
    named = grace(1, folder / "named.toml")
    origins = load(named, {"BOARDTUI_DISPLAY_THEME": "light"}).origins
    assert origins["overdue.grace_days"] == named
    assert origins["display.theme"] == "BOARDTUI_DISPLAY_THEME"
    assert origins["overdue.bands"] == DEFAULT


def test_what_a_file_does_not_set_keeps_its_default(folder: Path) -> None:
    settings = load(grace(1, folder / "named.toml"), {}).settings
    assert settings.overdue.bands == Settings().overdue.bands


def test_lists_in_the_environment_are_separated_by_commas() -> None:
    settings = load(
        None, {"BOARDTUI_OVERDUE_BANDS": "28, 84", "BOARDTUI_EXTRACT_IGNORE": "Notes,Tel"}
    ).settings
    assert settings.overdue.bands == (28, 84)
    assert settings.extract.ignore == ("Notes", "Tel")


def test_column_names_in_the_environment_are_pairs() -> None:
    environment = {"BOARDTUI_EXTRACT_COLUMNS": "Nominal number=case_ref, Risk = risk_level"}
    columns = load(None, environment).settings.extract.columns
    assert columns == {"Nominal number": "case_ref", "Risk": "risk_level"}


def test_an_empty_list_in_the_environment_empties_the_list(folder: Path) -> None:
    (folder / "named.toml").write_text('[extract]\nignore = ["Notes"]\n', encoding="utf-8")
    settings = load("named.toml", {"BOARDTUI_EXTRACT_IGNORE": ""}).settings
    assert settings.extract.ignore == ()


def test_a_forces_own_column_names_are_read(folder: Path) -> None:
    text = '[extract.columns]\n"Nominal number" = "case_ref"\n'
    (folder / "named.toml").write_text(text, encoding="utf-8")
    assert load("named.toml", {}).settings.extract.columns == {"Nominal number": "case_ref"}


def test_a_file_that_is_named_and_not_there_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"absent\.toml: the settings cannot be read: No such"):
        load("absent.toml", {})


@pytest.mark.parametrize("name", RETIRED)
def test_a_setting_that_is_gone_is_warned_of_and_the_others_hold(folder: Path, name: str) -> None:
    section, _, key = name.partition(".")
    file = folder / "f.toml"
    file.write_text(f'[{section}]\n{key} = "roomy"\n[overdue]\ngrace_days = 3\n')
    loaded = load(str(file), {variable_of(name): "roomy"})
    assert loaded.settings == Settings(overdue=Overdue(grace_days=3))
    in_file, in_environment = loaded.warnings
    assert in_file.startswith(f"{file}: there is no setting {name} any more, ")
    assert in_environment.startswith(f"The environment variable {variable_of(name)}: ")
    assert name not in {setting.name for setting in every_setting(Settings())}


def test_settings_that_are_all_there_are_warned_of_by_nobody(folder: Path) -> None:
    grace(3, folder / "config.toml")
    assert load(None, {"BOARDTUI_DISPLAY_MOUSE": "off"}).warnings == ()
