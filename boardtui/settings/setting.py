"""A setting: its name, default, what it may hold, and what it is in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from boardtui.settings.kinds import Kind


class About(Struct, frozen=True):
    """What is declared of a setting beside its type and default, as `Annotated` of its field."""

    kind: Kind
    help: str


class Setting(Struct, frozen=True):
    """One declared setting, named as in config.toml: `overdue.grace_days`."""

    section: str
    key: str
    default: Any
    kind: Kind
    help: str

    @property
    def name(self) -> str:
        return f"{self.section}.{self.key}"

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return variable_of(self.name)


PREFIX = "BOARDTUI_"


def variable_of(name: str) -> str:
    """The environment variable that sets the setting of a name."""
    return f"{PREFIX}{name.replace('.', '_')}".upper()


def every_setting(settings: Any) -> Iterator[Setting]:
    """The declared settings of a settings object, in order, with its values as the defaults."""
    for section in settings.__struct_fields__:
        declared = getattr(settings, section)
        for key, annotated in type(declared).__annotations__.items():
            (about,) = annotated.__metadata__
            yield Setting(section, key, getattr(declared, key), about.kind, about.help)
