"""Audiences: who is in the room, from the one that sees most to the one that sees least."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who is shown the figures, the least strict first."""

    FORCE = "force"
    BOARD = "board"
    PUBLIC = "public"


def strictest(*asked: Audience | None) -> Audience:
    """The strictest of what was asked for in several places; the force where nothing was."""
    order = list(Audience)
    return max(filter(None, asked), key=order.index, default=Audience.FORCE)
