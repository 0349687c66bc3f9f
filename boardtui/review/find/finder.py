"""The names of a review, and what is found among them. Pure: no database, no screen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from copy import copy
from itertools import islice, product

from msgspec import Struct

from boardtui.core.criterion.dimension import DIMENSIONS, STATUS, Slice
from boardtui.core.measures import MEASURES
from boardtui.core.words.nearest import nearest
from boardtui.review.find.answer import Answer, Found
from boardtui.review.find.parts import COST, MOST_WORDS, Kind, Match, Stack, cost_of, parts_of
from boardtui.review.find.stacks import MEASURE, MOST_SLICES, stacks
from boardtui.review.find.target import ByTarget, FigureTarget, Target
from boardtui.review.find.words import SMALL_WORDS, Closeness, words_of

DEFAULT_MEASURE = "overdue_visits"
"""The measure that is meant where only slices are named."""

OF_STATUS = "registered"
"""The one that is meant where a status is named: visits are overdue in the community alone."""

WORDS_ALIKE = 0.5
"""How alike a known word is to be named for one that matches nothing; names are to be more so."""

NAMES = list(MEASURES)
PLACES = {name: place for place, name in enumerate(DIMENSIONS)}
SHOWN = 10

Rank = tuple[int, ...]

Matches = dict[str, list[Match]]
"""For each kind, what each word matches of it."""


class Entry(Struct, frozen=True):
    """One or, of a part with many things, several results alike."""

    rank: Rank
    stack: Stack

    @property
    def count(self) -> int:
        count = 1
        for part in self.stack:
            count *= len(part.things)
        return count


class Finder:
    """Finds targets by words: figures by measure and slices, and others by their names."""

    def __init__(
        self,
        measures: Kind,
        slices: Mapping[str, tuple[Kind, Sequence[str | None]]],
        others: Sequence[tuple[Kind, Sequence[Target]]],
        absent: Container[str] = (),
        *,
        by_first: bool = False,
        most_slices: int = MOST_SLICES,
    ) -> None:
        """Take the measures' names, each dimension's slices, and every other kind of target.

        Measures and slices are put together, at most so many slices; the others stand for
        themselves. Measures that are `absent` have no figure here: they come after what is named as
        well and has one. With `by_first` a measure by a dimension comes before its slices that are
        named as well.
        """
        self._by_first = by_first
        self._absent = frozenset(number for number, name in enumerate(NAMES) if name in absent)
        self._most_slices = most_slices
        self._values = {name: values for name, (_, values) in slices.items()}
        self._others = {kind.name: targets for kind, targets in others}
        self._figures = [measures, *(kind for kind, _ in slices.values())]
        self._flat = [kind for kind, _ in others]
        self._dimensions = {
            number: frozenset(MEASURES[name].dimensions) for number, name in enumerate(NAMES)
        }

    def doing(self, kind: Kind, targets: Sequence[Target]) -> Finder:
        """The same finder with other targets of one kind, such as what can be done here."""
        other = copy(self)
        other._others = {**self._others, kind.name: targets}
        other._flat = [kind if each.name == kind.name else each for each in self._flat]
        return other

    def slice_count(self, dimension: str) -> int:
        return len(self._values.get(dimension, ()))

    def find(self, text: str, limit: int = SHOWN) -> Answer:
        """What the words of a text name, the nearest first; or why that is nothing."""
        said = dict.fromkeys(words_of(text))
        words = [word for word in said if word not in SMALL_WORDS] or list(said)
        if not words:
            return Answer(text)
        if len(said) > MOST_WORDS:
            return Answer(text, nothing=f"Up to {MOST_WORDS} words are read; leave some out.")
        small = [word for word in said if word not in words]
        for typos in (False, True):
            matches = self._matches(words, small, typos=typos)
            if unknown := self._unknown(words, matches):
                return Answer(text, nothing=unknown)
            entries = self._entries(matches, len(words))
            figures = [each for each in entries if each.stack[0].kind not in self._others]
            if not figures or figures[0].rank[0] >= COST[Closeness.SUBSTRING]:
                # "overdue by unit" means every unit, rather than the comm·unit·y.
                entries = self._entries(matches, len(words), loosely=True)
            if entries:
                found = tuple(map(Found, islice(self._targets(entries), limit)))
                return Answer(text, found, sum(entry.count for entry in entries))
        return Answer(text, nothing=self._apart(words, matches))

    def _kinds(self) -> list[Kind]:
        return [*self._figures, *self._flat]

    def _matches(self, words: Sequence[str], small: Sequence[str], *, typos: bool) -> Matches:
        """What each word matches of each kind: with typos, or where it matches nothing without.

        The small words come last, and only as they are.
        """
        kinds = self._kinds()
        found: Matches = {kind.name: [] for kind in kinds}
        for word in words:
            near = [_match(kind, word, typos=typos) for kind in kinds]
            if not typos and not any(own or in_all for own, in_all in near):
                near = [_match(kind, word, typos=True) for kind in kinds]
            for kind, match in zip(kinds, near, strict=True):
                found[kind.name].append(match)
        for kind in kinds:
            found[kind.name] += [(kind.spellings.having(word), 0) for word in small]
        return found

    def _unknown(self, words: Sequence[str], matches: Matches) -> str | None:
        """A sentence on the words that match nothing; None where each matches something."""
        sentences = []
        for number, word in enumerate(words):
            if not any(any(found[number]) for found in matches.values()):
                known = (each for kind in self._kinds() for each in kind.spellings.near(word))
                near = nearest(word, sorted(known), WORDS_ALIKE)
                hint = f"; the nearest word is “{near}”" if near else ""
                sentences.append(f"“{word}” matches nothing{hint}.")
        return " ".join(sentences) or None

    def _entries(self, matches: Matches, needed: int, *, loosely: bool = False) -> list[Entry]:
        """Everything that has all the needed words, the nearest first."""
        parts = [
            part
            for kind in self._figures
            for part in parts_of(kind, matches[kind.name], needed, loosely=loosely)
        ]
        every = (1 << needed) - 1
        best: dict[object, Entry] = {}
        for stack in stacks(parts, every, self._dimensions, self._most_slices):
            _keep(best, Entry(self._rank(stack, needed), stack))
        named = [part for part in parts if part.kind == MEASURE and part.mask & every == every]
        wholes = {NAMES[part.things[0]] for part in named}
        for place, kind in enumerate(self._flat, start=1):
            for part in parts_of(kind, matches[kind.name], needed, loosely=False):
                target = self._others[kind.name][part.things[0]]
                # Who asks for no dimension, and for nothing largest, asks for the figure itself.
                only_whole = isinstance(target, ByTarget) and target.measure in wholes
                if part.mask & every == every and not only_whole:
                    near = _nearness((part,), needed)
                    by_first = self._by_first and isinstance(target, ByTarget)
                    other = -1 if by_first else int(not kind.whole)
                    rank = (*near[:1], 0, other, *near[1:], part.size, 1, 0, place, part.things[0])
                    _keep(best, Entry(rank, (part,)))
        return sorted(best.values(), key=lambda entry: entry.rank)

    def _rank(self, stack: Stack, needed: int) -> Rank:
        """Nearness, what has a figure, and wholes; then fewer words and parts; months, not days."""
        measure = next((part for part in stack if part.kind == MEASURE), None)
        number = _meant(stack)
        unsaid = "" if measure else MEASURES[NAMES[number]].title
        size = sum(part.size for part in stack) + len(words_of(unsaid))
        # An age is told in months at the board; days are for whoever asks for days.
        days = MEASURES[NAMES[number]].unit == "days"
        order = sorted((PLACES[p.kind], p.things[0]) for p in stack if p.kind != MEASURE)
        tail = (number for pair in order for number in pair)
        absent = int(number in self._absent)
        cost, missing, unused = _nearness(stack, needed)
        # A slice whose name is typed in full is meant, and not a whole that has more words.
        sliced = int(measure is None or (missing > 0 and len(stack) > 1))
        parts = len(stack)
        return (cost, absent, sliced, missing, unused, size, parts, int(days), 0, number, *tail)

    def _targets(self, entries: Sequence[Entry]) -> Iterator[Target]:
        for entry in entries:
            first = entry.stack[0]
            if first.kind in self._others:
                yield from (self._others[first.kind][thing] for thing in first.things)
                continue
            names = {part.kind for part in entry.stack} - {MEASURE}
            ordered = [name for name in DIMENSIONS if name in names]
            of_kind = {part.kind: part.things for part in entry.stack}
            measure = NAMES[_meant(entry.stack)]
            for things in product(*(of_kind[name] for name in ordered)):
                pairs = zip(ordered, things, strict=True)
                slices = (Slice(name, self._values[name][thing]) for name, thing in pairs)
                yield FigureTarget(measure, tuple(slices))

    def _apart(self, words: Sequence[str], matches: Matches) -> str:
        """A sentence on words that are known and go together with nothing."""
        found = []
        for number, word in enumerate(words if len(words) > 1 else ()):
            fewer = {kind: near[:number] + near[number + 1 :] for kind, near in matches.items()}
            entries = self._entries(fewer, len(words) - 1)
            if entries:
                rest = next(self._targets(entries)).title
                found.append((entries[0].rank, f"Without “{word}”: {rest}."))
        hints = [hint for _, hint in sorted(found)[:2]] or ["Leave some words out."]
        return " ".join(["Nothing is all of this at once.", *hints])


def _meant(stack: Stack) -> int:
    """The number of the measure that is named, or else of the one that is meant."""
    for part in stack:
        if part.kind == MEASURE:
            return part.things[0]
    kinds = {part.kind for part in stack}
    of_status = STATUS.name in kinds and kinds.issubset(MEASURES[OF_STATUS].dimensions)
    return NAMES.index(OF_STATUS if of_status else DEFAULT_MEASURE)


def _nearness(stack: Stack, needed: int) -> tuple[int, int, int]:
    """How far the words are from the names, words of the title not typed, small words not in it."""
    mask = 0
    for part in stack:
        mask |= part.mask
    unused = len(stack[0].closeness) - mask.bit_count()
    return cost_of(stack, needed), sum(part.missing for part in stack), unused


def _match(kind: Kind, word: str, *, typos: bool) -> Match:
    spellings = kind.spellings
    return spellings.matching(word, typos=typos), spellings.shared(word, typos=typos)


def _keep(best: dict[object, Entry], entry: Entry) -> None:
    """Keep the nearest way in which each result is named."""
    key = frozenset(part.identity for part in entry.stack)
    if key not in best or entry.rank < best[key].rank:
        best[key] = entry
