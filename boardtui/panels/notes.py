"""What is to be borne in mind of all that a screen shows."""

from __future__ import annotations

from boardtui.core.words.wording import value_text
from boardtui.panels.choices import speaker
from boardtui.review.day.choices import chosen_otherwise
from boardtui.review.day.review import Review


def chosen_notes(review: Review) -> list[str]:
    """That figures stand which somebody chose among those given, in place of the usual ones."""
    return [
        f"{one.measure.title}: {value_text(one.figure)}, said by {speaker(one.figure)}, was chosen "
        f"of {len(one.others) + 1} given"
        if one.figure.source
        else f"{one.measure.title}: {value_text(one.figure)} by the records was chosen"
        for one in chosen_otherwise(review)
    ]
