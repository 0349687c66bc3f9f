"""Which force a name means: one that the database holds, a known one, or a new one."""

from __future__ import annotations

from collections.abc import Iterable

from boardtui.core.words.forces import force_key, slip_of_force
from boardtui.core.words.names import folded, tidied


class DoubtfulNameError(Exception):
    """A name may be a slip of the pen; the message says what was expected, and what it is near."""


class ForceNames:
    """The forces that are held, by what they are told by; names that are met join them."""

    def __init__(self, held: Iterable[str], *, new_is_meant: bool = False) -> None:
        """Take the names that are held.

        `new_is_meant` says that a name near to another is a force of its own.
        """
        self._by_key: dict[str, str] = {}
        self._exact: dict[str, str] = {}
        self._new_is_meant = new_is_meant
        for name in held:
            self._exact[name] = name
            self._by_key.setdefault(force_key(name), name)

    def of(self, name: str) -> str:
        """The force's name as it is held, or is to be.

        Raises:
            DoubtfulNameError: it is nearly the name of a force that is held or known, or says none.
        """
        found = self._exact.get(name)
        if found is None:
            found = self._exact[name] = self._of(name)
        return found

    def _of(self, name: str) -> str:
        if not folded(name):
            raise DoubtfulNameError("the name of a force")
        key = force_key(name)
        if key in self._by_key:
            return self._by_key[key]
        meant = None if self._new_is_meant else slip_of_force(name, self._by_key.values())
        if meant is not None:
            raise DoubtfulNameError(
                f"a force that is known: did you mean {meant}? Where it is another one, give "
                "--new-force"
            )
        return self._by_key.setdefault(key, tidied(name))
