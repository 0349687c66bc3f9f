"""The garbage collector while the board opens: looking for garbage then finds next to none.

It goes through all that was imported, again and again: a sixth of the launch, to free nothing.
"""

from __future__ import annotations

import gc


def hold_collecting() -> None:
    """Collect no garbage until `collect_again`."""
    gc.disable()


def collect_again() -> None:
    """Collect garbage from now on, and never again go through what is there already.

    Where it was not held, nothing changes.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
