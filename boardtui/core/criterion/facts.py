"""The facts of a pair of records, and criteria read off the pieces that are true of many pairs.

Thousands of people are alike in all that the parts of a flow ask. They are counted by what is true
of them, piece by piece, and each part is then told once for all who are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from boardtui.core.criterion.criterion import All, AnyOf, Criterion, Not, OneOf, both

FACTS = ("in_then", "in_now", "overdue_then", "overdue_now", "seen")
"""What is said of a pair itself, "yes" or "no"; see `boardtui.core.flow.parts`."""


def pieces(criterion: Criterion) -> Iterator[Criterion]:
    """The facts that a criterion reads, and its largest pieces that read none."""
    match criterion:
        case Not(part) if reads_facts(part):
            yield from pieces(part)
        case All(parts) if reads_facts(criterion):
            for part in _joined(parts):
                yield from pieces(part)
        case AnyOf(parts) if reads_facts(criterion):
            for part in parts:
                yield from pieces(part)
        case _:
            yield criterion


Answer = Callable[[int], bool]
"""Whether a criterion holds, by a number whose bits say which pieces are true."""


def answer(criterion: Criterion, places: Mapping[Criterion, int]) -> Answer:
    """What tells whether a criterion holds, once the place of each piece's bit is known."""
    match criterion:
        case Not(part) if reads_facts(part):
            inner = answer(part, places)
            return lambda code: not inner(code)
        case All(parts) if reads_facts(criterion):
            every = [answer(part, places) for part in _joined(parts)]
            return lambda code: all(holds(code) for holds in every)
        case AnyOf(parts) if reads_facts(criterion):
            some = [answer(part, places) for part in parts]
            return lambda code: any(holds(code) for holds in some)
    bit = 1 << places[criterion]
    return lambda code: code & bit != 0


def without_facts(criterion: Criterion) -> All:
    """What a criterion asks apart from its facts: whoever meets it meets this."""
    parts = criterion.parts if isinstance(criterion, All) else (criterion,)
    return both(*(part for part in parts if not reads_facts(part)))


def reads_facts(criterion: Criterion) -> bool:
    match criterion:
        case OneOf(column, _):
            return column in FACTS
        case Not(part):
            return reads_facts(part)
        case All(parts) | AnyOf(parts):
            return any(map(reads_facts, parts))
    return False


def _joined(parts: Sequence[Criterion]) -> list[Criterion]:
    """The parts of an `All`, with those that read no fact as one."""
    plain = both(*(part for part in parts if not reads_facts(part)))
    told = [part for part in parts if reads_facts(part)]
    return [plain, *told] if plain.parts else told
