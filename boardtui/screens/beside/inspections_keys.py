"""The keys of the screen of inspections. Each has an id, by which users give it keys."""

from textual.binding import BindingType

from boardtui.screens.beside.beside_keys import beside_keys

INSPECTIONS_KEYS: list[BindingType] = beside_keys(
    "inspections", "figure", "The marked figure by risk, days overdue, unit, officer"
)
