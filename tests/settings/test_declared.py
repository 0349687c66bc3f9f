"""The declarations, and the config.toml that repeats them for readers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import tomli

from boardtui.core.criterion.definition import STANDARD
from boardtui.settings import Settings
from boardtui.settings.declared import Overdue
from boardtui.settings.load import load
from boardtui.settings.setting import Setting, every_setting

CONFIG = Path(__file__).parents[2] / "config.toml"
EVERY = list(every_setting(Settings()))


def test_config_toml_begins_with_its_version() -> None:
    assert CONFIG.read_text(encoding="utf-8").startswith("boardtui = 1\n")


def test_config_toml_holds_every_setting_and_no_other() -> None:
    document = tomli.loads(CONFIG.read_text(encoding="utf-8"))
    assert document.pop("boardtui") == 1
    named = {f"{section}.{key}" for section, table in document.items() for key in table}
    assert named == {setting.name for setting in EVERY}


def test_config_toml_holds_the_defaults() -> None:
    assert load(str(CONFIG), {}).settings == Settings()


@pytest.mark.parametrize("setting", EVERY, ids=lambda setting: setting.name)
def test_config_toml_says_what_each_setting_is(setting: Setting) -> None:
    assert " ".join(setting.help.split()) in _comments()


@pytest.mark.parametrize("setting", EVERY, ids=lambda setting: setting.name)
def test_every_default_is_one_that_the_setting_may_hold(setting: Setting) -> None:
    value = list(setting.default) if isinstance(setting.default, tuple) else setting.default
    value = dict(value) if isinstance(value, Mapping) else value
    assert setting.kind.checked(value) == setting.default


def test_the_definition_is_that_of_the_settings() -> None:
    assert Settings().definition == STANDARD
    definition = Settings(overdue=Overdue(grace_days=7, bands=(28, 84))).definition
    assert (definition.grace_days, definition.band_ends) == (7, (28, 84))


def _comments() -> str:
    lines = CONFIG.read_text(encoding="utf-8").splitlines()
    return re.sub(r"\s+", " ", " ".join(line[1:] for line in lines if line.startswith("#")))
