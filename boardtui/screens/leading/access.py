"""Writing down what is looked at."""

from __future__ import annotations

from boardtui.access.access import Access, AccessLogError
from boardtui.review.day.review import Review


def failed(access: Access, review: Review, event: str, what: dict[str, object]) -> str | None:
    """Write an entry of what is looked at; why it could not be written, in a sentence."""
    selection = review.selection
    access.look_at(selection.force.name, selection.day, review.seal)
    try:
        if event == "find":
            access.write_find(str(what.pop("words")), **what)
        else:
            access.write(event, **what)
    except AccessLogError as error:
        return str(error)
    return None
