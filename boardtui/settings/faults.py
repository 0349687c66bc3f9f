"""What is wrong with the settings, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class SettingsError(Exception):
    """The settings cannot be used; each of `faults` is a sentence for the user."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def toml_text(value: object) -> str:
    """A value as it is written in a settings file."""
    import json

    match value:
        case bool():
            return "true" if value else "false"
        case int() if value.bit_length() > 64:
            return f"{hex(value)[:14]}…"
        case int() | float():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list() | tuple():
            return f"[{', '.join(map(toml_text, value))}]"
        case Mapping():
            pairs = (f"{toml_text(name)} = {toml_text(each)}" for name, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return str(value)
