"""A setting: its name, default, what it may hold, and what it is in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from boardtui.settings.kinds import Kind

T = TypeVar("T")


def setting(default: T, kind: Kind, help: str) -> T:
    """Declare a setting as a field of its section's dataclass."""
    return field(default_factory=lambda: default, metadata={"kind": kind, "help": help})


@dataclass(frozen=True, slots=True)
class Setting:
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
        return f"{PREFIX}{self.section}_{self.key}".upper()


PREFIX = "BOARDTUI_"


def every_setting(settings: Any) -> Iterator[Setting]:
    """The declared settings of a settings object, in order, with its values as the defaults."""
    for section in fields(settings):
        for each in fields(getattr(settings, section.name)):
            yield Setting(
                section.name,
                each.name,
                getattr(getattr(settings, section.name), each.name),
                each.metadata["kind"],
                each.metadata["help"],
            )
