"""What choosing gives back when nothing was chosen."""

from typing import Final


class Cancelled:
    """Nothing was chosen; apart from None, which can be a choice."""


CANCELLED: Final = Cancelled()
