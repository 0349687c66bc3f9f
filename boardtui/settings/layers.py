"""The layers that settings come from: a file and the environment, each read with its faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from boardtui.settings.faults import SettingsError, toml_text
from boardtui.settings.setting import PREFIX, Setting, variable_of

FORMAT = 1
"""The number in `boardtui = 1`: the version of the settings file."""

LARGEST = 1_000_000
"""Bytes of a settings file, at most: what is longer is none, and may never end."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What some editors begin a file of UTF-8 with."""

OTHER_VARIABLES = frozenset({"BOARDTUI_CONFIG"})
"""Environment variables that are ours and no setting."""

Values = dict[str, Any]
"""Values by the setting's name."""


def in_file(path: Path, known: Sequence[Setting], faults: list[str], warnings: list[str]) -> Values:
    """The values that a file sets; adds a sentence for each that cannot be used, or is gone."""
    document = _document(path)
    version = document.pop("boardtui", FORMAT)
    if version != FORMAT or isinstance(version, bool):
        faults.append(
            f"{path}: boardtui is {toml_text(version)}; expected {FORMAT}, the version of the "
            "settings file that this boardtui reads."
        )
    by_section: dict[str, dict[str, Setting]] = {}
    for setting in known:
        by_section.setdefault(setting.section, {})[setting.key] = setting
    values: Values = {}
    for section, table in document.items():
        settings = by_section.get(section)
        if settings is None:
            faults.append(f"{path}: {_unknown_section(section, table, by_section)}")
            continue
        if not isinstance(table, dict):
            faults.append(
                f"{path}: {section} is {toml_text(table)}; expected a section, [{section}]."
            )
            continue
        for key, value in table.items():
            if key in settings:
                _take(settings[key], value, f"{path}: {section}.{key}", values, faults)
            elif retired := _retired(str(path), f"{section}.{key}"):
                warnings.append(retired)
            else:
                hint = _nearest_setting(key, settings.values()) or _nearest_setting(key, known)
                faults.append(f"{path}: there is no setting {section}.{key}{hint or '.'}")
    return values


def in_environment(
    environment: Mapping[str, str],
    known: Sequence[Setting],
    faults: list[str],
    warnings: list[str],
) -> Values:
    """The values that environment variables set; adds a sentence for each that cannot be used."""
    by_variable = {setting.variable: setting for setting in known}
    values: Values = {}
    for variable in sorted(environment):
        if not variable.startswith(PREFIX) or variable in OTHER_VARIABLES:
            continue
        setting = by_variable.get(variable)
        where = f"The environment variable {variable}"
        if setting is not None:
            _take(setting, setting.kind.parsed(environment[variable]), where, values, faults)
        elif retired := _retired(where, variable):
            warnings.append(retired)
        else:
            faults.append(f"{where} names no setting{_nearest_variable(variable, by_variable)}")
    return values


def _retired(where: str, given: str) -> str | None:
    """A sentence for whoever sets a setting that there was once, by its name or its variable."""
    from boardtui.settings.retired import RETIRED, told

    found = (name for name in RETIRED if given in (name, variable_of(name)))
    return next((told(where, name) for name in found), None)


def _nearest_variable(variable: str, known: Iterable[str]) -> str:
    from boardtui.core.words.nearest import did_you_mean

    return did_you_mean(variable, [*known, *OTHER_VARIABLES])


def _take(setting: Setting, value: object, where: str, values: Values, faults: list[str]) -> None:
    try:
        values[setting.name] = setting.kind.checked(value)
    except ValueError:
        faults.append(f"{where} is {toml_text(value)}; expected {setting.kind.expected}.")


def _unknown_section(
    name: str, value: object, by_section: Mapping[str, Mapping[str, Setting]]
) -> str:
    if isinstance(value, dict):
        from boardtui.core.words.nearest import nearest

        found = nearest(name, by_section)
        hint = f"; did you mean [{found}]?" if found else "."
        return f"there is no section [{name}]{hint}"
    every = [setting for settings in by_section.values() for setting in settings.values()]
    return f"there is no setting {name}{_nearest_setting(name, every) or '.'}"


def _nearest_setting(key: str, settings: Iterable[Setting]) -> str | None:
    """The end of a sentence about an unknown key, naming the setting whose key is nearest."""
    from boardtui.core.words.nearest import nearest

    by_key = {setting.key: setting.name for setting in settings}
    found = nearest(key, by_key)
    return f"; did you mean {by_key[found]}?" if found else None


def _document(path: Path) -> dict[str, Any]:
    import tomli

    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise SettingsError([f"{path}: it is larger than any settings file."])
        return tomli.loads(text.removeprefix(BYTE_ORDER_MARK).decode())
    except OSError as error:
        raise SettingsError(
            [f"{path}: the settings cannot be read: {error.strerror or error}."]
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError([f"{path}: the settings are not UTF-8 text."]) from error
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise SettingsError([f"{path}: the settings are not TOML: {error}."]) from error
    except ValueError as error:  # Python's own limit
        raise SettingsError(
            [f"{path}: the settings are not TOML: a number in them has too many digits."]
        ) from error
