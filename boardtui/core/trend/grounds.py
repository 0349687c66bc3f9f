"""Why two values stand on different ground: what has to be said where a line breaks."""

from __future__ import annotations

from boardtui.core.trend.point import Ground

HERE = " Here: "
"""What stands in a definition before that which the settings bear on."""


def differs(before: Ground, after: Ground) -> str | None:
    """Why a value is not to be joined to one before it; None where it stands on the same ground."""
    reasons = []
    if before.definition != after.definition:
        was, now = _bearing(before.definition, after.definition)
        reasons.append(f"{now}; before: {was}")
    if before.assumed != after.assumed:
        reasons.append(after.assumed or f"before: {before.assumed}")
    if before.tool != after.tool and before.tool and after.tool:
        reasons.append(f"most are graded by {after.tool}; before: {before.tool}")
    if before.source != after.source:
        reasons.append(f"said by {after.source}; before: {before.source}")
    return "; ".join(reasons) or None


def _bearing(was: str, now: str) -> tuple[str, str]:
    """Of two definitions that begin alike, what is of the settings."""
    (start, _, before), (also, _, after) = was.partition(HERE), now.partition(HERE)
    if start == also and before and after:
        return before.rstrip("."), after.rstrip(".")
    return was.rstrip("."), now.rstrip(".")
