"""`boardtui config`: each setting and where it came from, and whether the settings can be used."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from boardtui.cli.arguments import add_format
from boardtui.export.layout import paragraph
from boardtui.settings.load import Loaded


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "config",
        help="show or check the settings",
        description="Show or check the settings of config.toml and the environment.",
    )
    actions = parser.add_subparsers(title="actions", metavar="show|validate", required=True)
    show = actions.add_parser(
        "show",
        help="each setting, its value, and where it came from",
        description="Each setting, its value, and where it came from.",
    )
    add_format(show)
    show.set_defaults(run=run_show)
    validate = actions.add_parser(
        "validate",
        help="check the settings",
        description="Check the settings: every fault is told, and the exit status is then 2.",
    )
    validate.set_defaults(run=run_validate)


def run_show(arguments: argparse.Namespace) -> int:
    from boardtui.cli import output
    from boardtui.settings.load import load

    loaded = load(arguments.config)
    facts = described(loaded)
    match arguments.format:
        case "json":
            file = str(loaded.file) if loaded.file else None
            warnings = list(warnings_of(loaded))
            output.write_json({"version": 1, "file": file, "settings": facts, "warnings": warnings})
        case "csv":
            output.write_csv(list(facts[0]), ([_flat(v) for v in fact.values()] for fact in facts))
        case _:
            output.write_lines(lines(loaded))
    return 0


def run_validate(arguments: argparse.Namespace) -> int:
    from boardtui.cli import output
    from boardtui.settings.load import DEFAULT, load

    loaded = load(arguments.config)
    if loaded.settings.display.keys:
        from boardtui.screens.key_map import check_keys

        check_keys(loaded.settings.display.keys)
    changed = sum(origin != DEFAULT for origin in loaded.origins.values())
    where = str(loaded.file) if loaded.file else "no settings file"
    output.write_lines(
        [
            f"The settings can be used ({where}; {changed} of {len(loaded.origins)} set).",
            *(f"Warning: {warning}" for warning in warnings_of(loaded)),
        ]
    )
    return 0


def warnings_of(loaded: Loaded) -> Iterator[str]:
    """A sentence on each thing that is set and has another name now, or is gone."""
    from boardtui.screens.keys.retired import warned

    yield from loaded.warnings
    if retired := warned(loaded.settings.display.keys):
        yield retired


def described(loaded: Loaded) -> list[dict[str, Any]]:
    """Each setting's facts, as JSON has them."""
    from boardtui.settings.setting import every_setting

    return [
        {
            "setting": setting.name,
            "value": _plain(setting.default),
            "origin": loaded.origins[setting.name],
            "variable": setting.variable,
            "expected": setting.kind.expected,
            "help": setting.help,
        }
        for setting in every_setting(loaded.settings)
    ]


def lines(loaded: Loaded) -> Iterator[str]:
    """The settings as lines for a reader."""
    from boardtui.settings.faults import toml_text
    from boardtui.settings.load import user_file

    yield f"Settings file: {loaded.file or 'none'}"
    yield f"Your own would be: {user_file()}"
    for warning in warnings_of(loaded):
        yield ""
        yield from paragraph(f"Warning: {warning}", indent="")
    for fact in described(loaded):
        yield ""
        value, origin = toml_text(fact["value"]), _origin(fact["origin"], loaded)
        yield f"{fact['setting']} = {value} ({origin})"
        yield from paragraph(fact["help"])
        yield f"  Expected: {fact['expected']}. Variable: {fact['variable']}"


def _origin(origin: str, loaded: Loaded) -> str:
    from boardtui.settings.load import DEFAULT

    if origin == DEFAULT:
        return "the default"
    if loaded.file is not None and Path(origin) == loaded.file:
        return f"from {origin}"
    return f"from the environment variable {origin}"


def _plain(value: Any) -> Any:
    """A setting's value in the types of JSON."""
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _flat(value: object) -> object:
    from boardtui.settings.faults import toml_text

    return toml_text(value) if isinstance(value, list | dict) else value
