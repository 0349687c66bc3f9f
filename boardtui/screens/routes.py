"""Keys that work the same on every full screen: copy, write, find, and the ways between screens."""

from __future__ import annotations

from textual.binding import Binding, BindingType

EVERYWHERE: list[BindingType] = [
    Binding("slash", "app.find", "find", id="find", tooltip="Find any figure, day, case or action"),
    Binding(
        "c",
        "app.page('compare')",
        "compare",
        id="compare",
        tooltip="Then and now, side by side",
    ),
    Binding(
        "f",
        "app.page('flow')",
        "flow",
        id="flow",
        tooltip="What changed, part by part, and the cases behind each part",
    ),
    Binding(
        "i",
        "app.page('inspections')",
        "inspections",
        show=False,
        id="inspections",
        tooltip="Inspections: findings, when to answer them, and which figures speak to them",
    ),
    Binding("y", "app.copy", "copy", show=False, id="copy", tooltip="Copy all that is shown"),
    Binding(
        "w",
        "app.write",
        "write",
        show=False,
        id="write",
        tooltip="Write all that is shown to a file, every row",
    ),
]
