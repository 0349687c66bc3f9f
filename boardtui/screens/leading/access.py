"""Writing down what is looked at; where that fails, closing what should not be seen unwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardtui.access.access import Access, AccessLogError

if TYPE_CHECKING:
    from boardtui.screens.leading.boarded import Boarded


def written(app: Boarded, access: Access, event: str, what: dict[str, object]) -> bool:
    """Write an entry; where it cannot be written, go back to the board and say so."""
    selection = app.review.selection
    access.look_at(selection.force.name, selection.day)
    try:
        if event == "find":
            access.write_find(str(what.pop("words")), **what)
        else:
            access.write(event, **what)
    except AccessLogError as error:
        app.close_above()
        app.notify(str(error), severity="error")
        return False
    return True
