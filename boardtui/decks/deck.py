"""A deck: slides in order, and what they are of and for whom."""

from __future__ import annotations

from msgspec import Struct

from boardtui.core.audience.audience import Audience
from boardtui.panels.slides.slide import Slide


class Deck(Struct, frozen=True, kw_only=True):
    """Slides in order.

    `force`, `as_at` and `against` say of which board they are, as on the command line; None where
    the deck does not say. `audience` is for whom: "force", "board" or "public"; None where it does
    not say.
    """

    slides: tuple[Slide, ...]
    force: str | None = None
    as_at: str | None = None
    against: str | None = None
    audience: str | None = None

    @property
    def meant_for(self) -> Audience | None:
        """Whom it is for; None where it does not say."""
        return Audience(self.audience) if self.audience else None
