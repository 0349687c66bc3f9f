"""The keys of the screen of the months ahead. Each has an id, by which users give it keys."""

from textual.binding import Binding, BindingType

from boardtui.screens.beside.reading_keys import read_keys

FORECAST_KEYS: list[BindingType] = read_keys(
    "forecast",
    "All that the forecast takes for granted",
    Binding(
        "tab,shift+tab",
        "other",
        "other backlog",
        id="forecast.other",
        tooltip="The other backlog: visits, assessments",
    ),
    Binding(
        "plus,equals_sign",
        "tried(1)",
        "more tried",
        id="forecast.more",
        tooltip="What if a tenth more were tried a month",
    ),
    Binding(
        "minus",
        "tried(-1)",
        "fewer tried",
        id="forecast.fewer",
        tooltip="What if a tenth fewer were tried a month",
    ),
    Binding(
        "p",
        "seen(1)",
        "more in",
        id="forecast.seen_more",
        tooltip="What if 5 in 100 more were found in",
    ),
    Binding(
        "P",
        "seen(-1)",
        "fewer in",
        id="forecast.seen_fewer",
        tooltip="What if 5 in 100 fewer were found in",
    ),
    Binding(
        "x",
        "as_before",
        "as before",
        id="forecast.as_before",
        tooltip="As in the months before again",
    ),
)
