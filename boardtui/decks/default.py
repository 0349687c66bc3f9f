"""The default deck of a board: what is there, in the order in which it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from boardtui.core.measures.backlogs import ASSESSMENTS, VISITS
from boardtui.decks.deck import Deck
from boardtui.panels.panel import Board
from boardtui.panels.slides.kinds import KINDS
from boardtui.panels.slides.message import NotToldError
from boardtui.panels.slides.slide import Slide
from boardtui.review.day.catalogue import Baseline, BaselineKind
from boardtui.review.day.compared import ComparedFigure
from boardtui.review.day.review import Review

MOST = 12
"""Slides of a default deck at most."""


def _of(kind: str, *measures: str) -> tuple[Slide, ...]:
    return tuple(Slide(kind=kind, measure=measure) for measure in measures)


def _sized(*measures: str) -> tuple[Slide, ...]:
    """A figure beside what it was; where that is not known, alone."""
    return (*_of("then-and-now", *measures), *_of("figure", *measures))


PLACES: tuple[tuple[Slide, ...], ...] = (
    (Slide(kind="title"),),
    (*_sized(VISITS.overdue_name), *_sized("overdue_visits_share")),
    _of("flow", VISITS.overdue_name),
    _of("ages", VISITS.overdue_name),
    (Slide(kind="mix"),),
    _sized(ASSESSMENTS.overdue_name),
    _of("flow", ASSESSMENTS.overdue_name),
    _of("ages", ASSESSMENTS.overdue_name),
    (Slide(kind="visits"),),
    _of("figure", "not_seen_over_year"),
    (Slide(kind="caseload"),),
    _sized("registered", "managed"),
    *(
        (*_of("years", name), *_sized(name))
        for name in ("mappa_category_1", "mappa_category_1_rate")
    ),
)
"""What a deck has, each place with what stands in it: the first of these that is there."""


def default_deck(board: Board) -> Deck:
    """The deck of what a board has: its backlogs first, each by size, change, age and risk.

    Of what was published and has no place of its own, each figure has a slide as far as there are
    places left.
    """
    slides = [slide for place in PLACES if (slide := _first_told(place, board)) is not None]
    shown = {(slide.measure, slide.slices) for slide in slides}
    for one in _published(board.review):
        thing = (one.measure.name, one.figure.slices)
        if thing in shown or _is_shown(one, slides):
            continue
        more = [replace(slide, slices=one.figure.slices) for slide in _sized(one.measure.name)]
        if (slide := _first_told(more, board)) is not None:
            slides.append(slide)
            shown.add(thing)
    selection = board.review.selection
    return Deck(
        slides=tuple(slides[:MOST]),
        force=selection.force.name,
        as_at=selection.day.isoformat(),
        against=against(selection.baseline),
    )


def against(baseline: Baseline | None) -> str:
    """A baseline as a deck, or the command line, names it."""
    if baseline is None:
        return "none"
    if baseline.kind is BaselineKind.INSPECTION:
        return BaselineKind.INSPECTION.value
    return baseline.as_at.isoformat()


def _first_told(slides: Sequence[Slide], board: Board) -> Slide | None:
    """The first of some slides that has something to say."""
    for slide in slides:
        try:
            KINDS[slide.kind].message(slide, board)
        except NotToldError:
            continue
        return slide
    return None


def _published(review: Review) -> Iterator[ComparedFigure]:
    """What was published of the day itself."""
    for figure in review.now.published:
        one = review.compared(figure)
        if not one.earlier and figure.given:
            yield one


OF_KIND = {
    "mix": ("risk_share",),
    "visits": ("visits_attempted", "visits_seen", "visits_action", "visits_not_in"),
    "caseload": ("caseload", "caseload_max", "caseload_per_fte_max", "caseload_per_fte"),
}
"""The measures that slides show which name none."""


def _is_shown(one: ComparedFigure, slides: Sequence[Slide]) -> bool:
    """Whether a slide of several figures shows one."""
    name = one.measure.name
    for slide in slides:
        if name in OF_KIND.get(slide.kind, ()):
            return True
        if slide.kind == "ages" and name.startswith(f"{slide.measure}_oldest"):
            return True
    return False
