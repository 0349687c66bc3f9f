"""Writing down what is looked at."""

from __future__ import annotations

from boardtui.access.access import Access, AccessLogError
from boardtui.review.day.selection import Selection


def failed(access: Access, selection: Selection, event: str, what: dict[str, object]) -> str | None:
    """Write an entry of what is looked at; why it could not be written, in a sentence."""
    access.look_at(selection.force.name, selection.day)
    try:
        if event == "find":
            access.write_find(str(what.pop("words")), **what)
        else:
            access.write(event, **what)
    except AccessLogError as error:
        return str(error)
    return None
