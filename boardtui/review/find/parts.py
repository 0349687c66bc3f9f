"""What the words match, kind by kind: measures, slices of each dimension, days, actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from boardtui.review.find.words import Closeness, Spellings

COST = {
    Closeness.EXACT: 0,
    Closeness.PREFIX: 1,
    Closeness.SUBSTRING: 1 << 5,
    Closeness.TYPO: 1 << 10,
}
"""What each word costs.

So far apart that a target with one typo comes after any without, for as many words as are read.
"""

MOST_WORDS = 24

Match = tuple[dict[int, int], int]
"""The places of the spellings that have a word of their own, with the closeness; and the closeness
of the word to those that all spellings share, 0 for none."""


class Kind(Struct, frozen=True):
    """Things of one kind, by the names that they have.

    `sizes` are the words in each thing's title; `own_sizes`, by their place, those of spellings
    that name it as fully as its title. Where there can be very many, those that the words match
    alike are not told apart before they are shown (`many`). A spelling at or beyond
    `described` holds a description too, and matches less well than a name. `whole` ones come
    before slices of figures.
    """

    name: str
    spellings: Spellings
    sizes: Sequence[int]
    many: bool = False
    described: int | None = None
    whole: bool = False
    own_sizes: Mapping[int, int] = {}


class Part(Struct, frozen=True):
    """Things of one kind that the words match alike.

    `mask` has a bit for each word that they match; `closeness` is 0 for the others.
    """

    kind: str
    things: tuple[int, ...]
    closeness: tuple[int, ...]
    mask: int
    size: int
    extra: int = 0

    @property
    def missing(self) -> int:
        """How many words of the title were not typed."""
        return max(0, self.size - self.mask.bit_count())

    @property
    def identity(self) -> tuple[str, int, tuple[int, ...]]:
        return self.kind, self.things[0], self.closeness if len(self.things) > 1 else ()


def parts_of(kind: Kind, matches: Sequence[Match], needed: int, *, loosely: bool) -> Iterator[Part]:
    """The things of a kind that at least one of the words matches.

    The words after those `needed` only add to what these have found. With `loosely` it may be a
    word that all things of the kind share: "unit" for every unit.
    """
    things = kind.spellings.things
    shared = any(in_all for _, in_all in matches)
    codes = dict.fromkeys(range(len(things)), 0) if loosely and shared else {}
    for number, (found, _) in enumerate(matches):
        shift = 3 * number
        for place in found if number < needed else found.keys() & codes.keys():
            codes[place] = codes.get(place, 0) | found[place] << shift
    alike: dict[tuple[int, ...], list[int]] = {}
    for place, code in codes.items():
        thing = things[place]
        size = kind.own_sizes.get(place, kind.sizes[thing])
        key = (code, size) if kind.many else (code, size, place)
        alike.setdefault(key, []).append(thing)
    for (code, size, *place_alone), members in alike.items():
        closeness = tuple(
            min(filter(None, (code >> 3 * number & 7, in_all)), default=0)
            for number, (_, in_all) in enumerate(matches)
        )
        described = kind.described is not None and place_alone[0] >= kind.described
        yield Part(
            kind.name,
            tuple(sorted(members)),
            closeness,
            sum(1 << number for number, how in enumerate(closeness) if how),
            size,
            COST[Closeness.SUBSTRING] if described else 0,
        )


Stack = tuple[Part, ...]
"""Parts of different kinds, that together have all the words."""


def cost_of(stack: Stack, needed: int) -> int:
    """How far the needed words are from the names, each by the part that is nearest to it."""
    nearest = (
        min(filter(None, word))
        for word in zip(*(part.closeness[:needed] for part in stack), strict=True)
    )
    return sum(COST[how] for how in nearest) + sum(part.extra for part in stack)
