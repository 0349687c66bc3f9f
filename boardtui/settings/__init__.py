"""Settings: what config.toml and the environment may say, declared once, with the defaults."""

from boardtui.settings.declared import (
    Audiences,
    Display,
    Export,
    Overdue,
    Present,
    Settings,
)
from boardtui.settings.faults import SettingsError
from boardtui.settings.files import Extract

__all__ = [
    "Audiences",
    "Display",
    "Export",
    "Extract",
    "Overdue",
    "Present",
    "Settings",
    "SettingsError",
]
