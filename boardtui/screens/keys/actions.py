"""What can be done on a screen, to be found by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from boardtui.screens.keys.keys import bindings_in_force
from boardtui.screens.keys.ways import is_card

if TYPE_CHECKING:
    from boardtui.panels.cards.all_cards import Told
    from boardtui.review.find import ActionTarget


def actions_of(screen: Screen[Any]) -> list[ActionTarget]:
    """What a screen can do, from its own bindings, to be found by name; nothing that is closed.

    The keys of cards are left out: the cards are found by what they say.
    """
    from boardtui.review.find import ActionTarget

    return [
        ActionTarget(binding.description.capitalize(), binding.tooltip, binding.action)
        for binding in bindings_in_force(screen)
        if binding.tooltip and not is_card(str(binding.id))
    ]


def cards_of(cards: Iterable[Told]) -> list[ActionTarget]:
    """Opening each card, to be found by its titles and by what its headline counts."""
    from boardtui.review.find import ActionTarget

    return [
        ActionTarget(
            f"Card {card.number} · {card.title}",
            f"{card.label}  {card.value} {card.change}".strip(),
            f"app.card({card.number})",
        )
        for card in cards
        if card.number is not None
    ]
