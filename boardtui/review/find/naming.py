"""What everything is called, and what else it may be asked by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardtui.core.criterion.definition import Definition
from boardtui.core.criterion.dimension import AGE_BAND, DIMENSIONS, Dimension, Slice
from boardtui.core.measures import MEASURES
from boardtui.core.measures.backlogs import BACKLOGS
from boardtui.core.words.days import day_text
from boardtui.review.find.parts import MOST_WORDS, Kind
from boardtui.review.find.stacks import MEASURE
from boardtui.review.find.target import (
    ActionTarget,
    ByTarget,
    DayTarget,
    FigureTarget,
    PartTarget,
    Target,
    named,
)
from boardtui.review.find.words import Spellings, words_of

Spelling = tuple[int, list[str]]

MONTH_NAMES = words_of(
    "january february march april may june july august september october november december"
)
YEAR = 365

IN_MONTHS = {
    1: ["1", "one", "month"],
    2: ["2", "two", "months"],
    3: ["3", "three", "months", "quarter"],
    6: ["6", "six", "months", "half", "year"],
    9: ["9", "nine", "months"],
    12: ["12", "twelve", "months", "year"],
    24: ["24", "two", "years"],
}
"""What is said for so many months, to the nearest one; the name that is found says the days."""


ALSO_CALLED = {
    "overdue_visits": ("not counted",),
    "overdue_assessments": ("not counted",),
    "not_seen_longest_days": ("longest unseen",),
    "visits_not_in": ("not in", "tried not in"),
    "caseload_median": ("median officer",),
}
"""What else measures are called on the screens."""

ALSO_NAMED = {
    "overdue by the dates of then": "had no date been moved",
    "overdue on both days": "the same people",
    "cleared without a visit": "why did it fall fell",
    "newly overdue": "why did it rise rose",
}
"""What else numbers of what changed are called on the screens, or asked for."""

MOST = words_of("most largest highest worst share which many by per each")
"""Words for a figure by its slices, of which the largest stands first."""


def measures() -> Kind:
    """Every measure by its title, by its own name, and by what it is called on the screens."""
    titles = [words_of(measure.title) for measure in MEASURES.values()]
    names = [words_of(name.replace("_", " ")) for name in MEASURES]
    together = (
        [*title, *(word for word in name if word not in title)]
        for title, name in zip(titles, names, strict=True)
    )
    numbers = {name: number for number, name in enumerate(MEASURES)}
    also = [
        (numbers[name], words_of(called)) for name, every in ALSO_CALLED.items() for called in every
    ]
    within = [(number, [*called, *titles[number]]) for number, called in also]
    named = [*enumerate(together), *within]
    return Kind(
        MEASURE,
        Spellings([*named, *also]),
        [len(set(title)) for title in titles],
        own_sizes={len(named) + at: len(called) for at, (_, called) in enumerate(also)},
    )


def slices_of(dimension: Dimension, values: Sequence[str | None], definition: Definition) -> Kind:
    """The slices of one dimension; each also by its dimension's name: "high risk"."""
    name = dimension.name
    titles = [words_of(named(Slice(name, value))) for value in values]
    shared = ["days"] if dimension == AGE_BAND else words_of(dimension.title)
    own: list[Spelling] = [
        (place, [word for word in title if word not in shared] or title)
        for place, title in enumerate(titles)
    ]
    if dimension == AGE_BAND:
        own += _lateness(values, definition)
    sizes = [len(set(title)) for title in titles]
    return Kind(name, Spellings(own, shared), sizes, many=not dimension.closed)


def _lateness(values: Sequence[str | None], definition: Definition) -> Iterator[Spelling]:
    """Bands without an end as they are asked for: "more than 180", "over six months"."""
    for place, value in enumerate(values):
        band = definition.band_named(value)
        if band is not None and band.high is None:
            days = band.low - 1
            months = IN_MONTHS.get(round(days * 12 / YEAR), [])
            yield place, ["over", "more", "above", "beyond", "longer", str(days), *months]


def published(targets: Sequence[FigureTarget]) -> Kind:
    """Published figures of slices, each as it was said and no other."""
    spellings = [_titled(target, "published", "said") for target in targets]
    for words, target in zip(spellings, targets, strict=True):
        words += [
            word for one in target.slices for word in words_of(DIMENSIONS[one.dimension].title)
        ]
    return Kind("published", Spellings(enumerate(spellings)), _sizes(targets))


def by_dimension(targets: Sequence[ByTarget]) -> Kind:
    """Measures by their dimensions, by both names and by what is asked of the largest slice."""
    spellings = [
        _titled(target, *words_of(DIMENSIONS[target.dimension].title), *MOST) for target in targets
    ]
    # Alike, and larger than any title: behind the figures themselves, in the order given.
    sizes = [MOST_WORDS] * len(targets)
    return Kind("by", Spellings(enumerate(spellings)), sizes)


def parts(targets: Sequence[PartTarget]) -> Kind:
    """Numbers of what changed, by their names on the screens."""
    spellings = [
        _titled(
            target,
            *("flow", "overdue", BACKLOGS[target.backlog].done_part),
            *words_of(ALSO_NAMED.get(target.name, "")),
        )
        for target in targets
    ]
    sizes = [MOST_WORDS + len(words_of(target.name)) for target in targets]
    return Kind("part", Spellings(enumerate(spellings)), sizes, whole=True)


def days(targets: Sequence[DayTarget]) -> Kind:
    """Days of forces, by the force and any part of the day."""
    forces = {target.force: words_of(target.force) for target in targets}
    said = {day: words_of(day_text(day)) for day in {target.day for target in targets}}
    titles = [[*forces[one.force], *said[one.day]] for one in targets]
    spellings = (
        [*title, MONTH_NAMES[target.day.month - 1], str(target.day.month), "open", "day"]
        for title, target in zip(titles, targets, strict=True)
    )
    return Kind("day", Spellings(enumerate(spellings)), [len(set(title)) for title in titles])


def actions(targets: Sequence[ActionTarget]) -> Kind:
    """Actions by their names, and less well by what is said of them."""
    names = [words_of(target.title) for target in targets]
    helped = [[*name, *words_of(target.help)] for name, target in zip(names, targets, strict=True)]
    spellings = [*enumerate(names), *enumerate(helped)]
    return Kind("action", Spellings(spellings), _sizes(targets), described=len(names))


def _titled(target: Target, *more: str) -> list[str]:
    return [*words_of(target.title), *more]


def _sizes(targets: Sequence[Target]) -> list[int]:
    return [len(set(words_of(target.title))) for target in targets]
