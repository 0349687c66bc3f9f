"""Settings: what config.toml and the environment may say, declared once, with the defaults."""

from boardtui.settings.declared import (
    Audiences,
    Display,
    Overdue,
    Present,
    Settings,
)
from boardtui.settings.faults import SettingsError
from boardtui.settings.files import Extract
from boardtui.settings.leaving import Export, Restricted

__all__ = [
    "Audiences",
    "Display",
    "Export",
    "Extract",
    "Overdue",
    "Present",
    "Restricted",
    "Settings",
    "SettingsError",
]
