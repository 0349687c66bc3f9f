"""Loading the settings: which file, and which layer wins for each setting."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from boardtui.settings.declared import Settings
from boardtui.settings.faults import SettingsError
from boardtui.settings.layers import BYTE_ORDER_MARK, Values, in_environment, in_file
from boardtui.settings.setting import Setting, every_setting

DEFAULT = "default"
"""The origin of a setting that nothing sets."""


class Loaded(Struct, frozen=True):
    """The settings, the file that was read (None: none), and each setting's origin by its name.

    An origin is the file's path, the environment variable, or `DEFAULT`. Each of `warnings` is a
    sentence on what is set and no setting any more.
    """

    settings: Settings
    file: Path | None
    origins: Mapping[str, str]
    warnings: tuple[str, ...] = ()


def load(config: str | None = None, environment: Mapping[str, str] | None = None) -> Loaded:
    """The settings in force; `config` is the file that the user names, if any.

    For one setting, the environment wins over the file, and the file over the default.

    Raises:
        SettingsError: with every fault, where a file or a value cannot be used.
    """
    environment = os.environ if environment is None else environment
    return _loaded(settings_file(config, environment), environment)


def load_alone(file: Path | None) -> Loaded:
    """The settings of one file, or the defaults: no other file and no variable is looked at.

    Raises:
        SettingsError: with every fault, where the file or a value cannot be used.
    """
    return _loaded(file, {})


def _loaded(file: Path | None, environment: Mapping[str, str]) -> Loaded:
    known = tuple(every_setting(Settings()))
    faults: list[str] = []
    warnings: list[str] = []
    from_file = in_file(file, known, faults, warnings) if file else {}
    from_environment = in_environment(environment, known, faults, warnings)
    if faults:
        raise SettingsError(faults)
    origins = dict.fromkeys((setting.name for setting in known), DEFAULT)
    origins |= dict.fromkeys(from_file, str(file))
    origins |= {s.name: s.variable for s in known if s.name in from_environment}
    settings = _settings(known, from_file | from_environment)
    return Loaded(settings, file, origins, tuple(warnings))


def settings_file(config: str | None, environment: Mapping[str, str]) -> Path | None:
    """The settings file to read: named, of the working folder, or the user's own."""
    if config:
        return Path(config)
    if named := environment.get("BOARDTUI_CONFIG"):
        return Path(named)
    here = Path("config.toml")
    if _is_ours(here):
        return here
    own = user_file()
    return own if own.is_file() else None


def user_file() -> Path:
    """Where the user's own settings are looked for; nothing is made there."""
    import platformdirs

    return Path(platformdirs.user_config_dir("boardtui", appauthor=False)) / "config.toml"


def _is_ours(path: Path) -> bool:
    """Whether a file begins `boardtui = 1`: many programs keep a config.toml."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as lines:
            first = lines.readline(200).removeprefix(BYTE_ORDER_MARK)
    except OSError as error:
        raise SettingsError(
            [f"{path}: the settings cannot be read: {error.strerror or error}."]
        ) from error
    key, _, value = first.partition(b"=")
    return key.rstrip() == b"boardtui" and value.partition(b"#")[0].strip() == b"1"


def _settings(known: tuple[Setting, ...], values: Values) -> Settings:
    """The defaults, with the values given."""
    defaults = Settings()
    sections = {}
    for section in defaults.__struct_fields__:
        default = getattr(defaults, section)
        given = {s.key: values[s.name] for s in known if s.section == section and s.name in values}
        sections[section] = type(default)(**given) if given else default
    return Settings(**sections)
