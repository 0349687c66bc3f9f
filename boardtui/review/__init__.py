"""What is looked at and beside what: the answers that screens and commands alike show."""

from collections.abc import Iterable


class NotThereError(Exception):
    """A force, day, measure, dimension or slice that is not there; a sentence for the user."""


def known(names: Iterable[str], name: str) -> str:
    """A name that is one of those there are.

    Raises:
        NotThereError: it is none, naming the nearest.
    """
    if name in names:
        return name
    from boardtui.core.words.nearest import suggestion

    hint = suggestion(name, names)
    raise NotThereError(f"There is no “{name}”.{hint} There are: {', '.join(names)}.")
