"""Numbers that were typed into a sentence: each must be one of the slide's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from boardtui.core.words.days import MONTH_NAMES, MONTHS
from boardtui.core.words.wording import number_text
from boardtui.panels.cards.words import change_line
from boardtui.panels.panel import Board
from boardtui.panels.slides.drawn import drawn
from boardtui.panels.slides.filling import PLACEHOLDER
from boardtui.panels.slides.message import Message
from boardtui.panels.slides.slide import Slide
from boardtui.panels.subject import Subject
from boardtui.panels.text import text_of
from boardtui.review.day.compared import ComparedFigure

NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[+−-]?)(?P<digits>\d+(?:[.,]\d+)*(?:[–-]\d+)?)(?P<percent>\s?%)?",
    re.ASCII,
)
"""A number, or a range of them, as it is typed: its sign, and whether it is a per cent."""

_NAMES = "|".join((*MONTH_NAMES, *MONTHS))
DATE = re.compile(rf"(?:\b(\d{{1,2}}) )?\b({_NAMES})\b(?: (\d{{4}})\b)?", re.ASCII)
"""A day, a month of a year, or a month."""

WIDE, HIGH = 200, 99
"""A window in which a slide says all that it has to say."""

SHOWN = 6
"""Numbers of the slide that a fault names."""


class Numbers(Struct, frozen=True):
    """What a slide shows: its numbers, its dates, and its years."""

    numbers: frozenset[str]
    dates: frozenset[str]
    years: frozenset[str]


def typed_wrongly(slide: Slide, message: Message, board: Board) -> Iterator[str]:
    """Each number typed into a slide's sentence that is not one of its figures.

    A slide without figures has none that a number could differ from.
    """
    if not message.about:
        return
    known = _known(slide, message, board)
    named = (("sentence", slide.sentence), ("title", slide.title))
    for name, text in (*named, *(("text", text) for text in slide.text)):
        typed = PLACEHOLDER.sub(" ", text or "")
        for said in _dates(typed):
            if said not in known.dates:
                yield f"its {name} says {said}, and the slide is of no such day"
        for sign, number in _numbers(typed):
            if number not in known.numbers | known.years:
                has = _main(message)
                yield (
                    f"its {name} says {sign}{number}, and no figure of the slide is that"
                    f"{f': it has {has}' if has else ''}. Placeholders like {{now}} are filled in"
                )
            elif sign and _wrong_way(sign, number, message.about):
                yield f"its {name} says {sign}{number}, and the change went the other way"


def _known(slide: Slide, message: Message, board: Board) -> Numbers:
    """What a slide shows or could say of itself, whatever its own sentence is."""
    plain = replace(slide, sentence=None)
    own = message.sentences
    if slide.kind == "text":
        plain, own = replace(plain, title="", text=()), ()
    shown = drawn(plain, board, WIDE, HIGH, message.steps, large=False)
    baseline = board.review.selection.baseline
    days = [board.review.selection.day, *([baseline.as_at] if baseline else [])]
    stated = (baseline.stated or "",) if baseline else ()
    rows = (text_of(line) for line in shown.page(""))
    changes = [change_line(one) for one in message.about if isinstance(one, ComparedFigure)]
    texts = [*rows, *own, *message.fills.values(), *message.numbers, *changes, *stated]
    found = [number for text in texts for _, number in _numbers(text)]
    years = {str(day.year) for day in days} | {n for n in found if re.fullmatch(r"[12]\d{3}", n)}
    dates = {each for text in texts for each in _dates(text)}
    dates |= {each for day in days for each in _ways_of(day)}
    return Numbers(frozenset(found), frozenset(dates | _shorter(dates)), frozenset(years))


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The numbers of a text with their signs, without those of its dates."""
    for found in NUMBER.finditer(DATE.sub(" ", text)):
        digits = found["digits"].replace("-", "–")
        yield found["sign"], f"{digits}{'%' if found['percent'] else ''}"


def _dates(text: str) -> Iterator[str]:
    """The dates of a text, with the months' names in short: "17 Jan 2024", "Mar 2023"."""
    for day, month, year in DATE.findall(text):
        yield " ".join(filter(None, (day.lstrip("0"), month[:3], year)))


def _ways_of(day: date) -> Iterator[str]:
    """How a day can be written, from all of it to its month."""
    month = MONTHS[day.month - 1]
    yield f"{day.day} {month} {day.year}"
    yield f"{day.day} {month}"
    yield f"{month} {day.year}"
    yield month


def _shorter(dates: Iterable[str]) -> set[str]:
    """The dates without their year, and their months alone."""
    words = [each.split() for each in dates]
    found = {" ".join(each[:-1]) for each in words if each[-1].isdigit() and len(each) > 1}
    found |= {" ".join(each[-2:]) for each in words if each[-1].isdigit() and len(each) > 2}
    return found | {word for each in words for word in each if word in MONTHS}


def _main(message: Message) -> str:
    """The numbers that a slide is of, for a fault."""
    texts = (message.fills.get(name, "") for name in ("now", "then", "change", "share", "without"))
    found = dict.fromkeys(number for text in texts for _, number in _numbers(text))
    return ", ".join(list(found)[:SHOWN])


def _wrong_way(sign: str, number: str, about: Sequence[Subject]) -> bool:
    """Whether a number is the change of a figure, and has the other sign."""
    changes = [one.comparison.change for one in about if isinstance(one, ComparedFigure)]
    mine = [change for change in changes if change and number_text(abs(change)) == number]
    return bool(mine) and all((change > 0) != (sign == "+") for change in mine)
