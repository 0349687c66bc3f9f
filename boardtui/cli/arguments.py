"""Arguments that several commands take, and how they are read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from boardtui.core.words.nearest import did_you_mean

if TYPE_CHECKING:
    from boardtui.core.audience.audience import Audience

YEARS = range(1900, 2201)
"""Beyond these a year is a slip of the pen, and calendars run out."""

ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
BRITISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def day(text: str) -> date:
    """A day as a user writes it: 2024-01-17 or 17/01/2024."""
    if found := ISO.fullmatch(text.strip()):
        parts = [int(part) for part in found.groups()]
    elif found := BRITISH.fullmatch(text.strip()):
        parts = [int(part) for part in reversed(found.groups())]
    else:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write 2024-01-17 or 17/01/2024")
    try:
        found_day = date(*parts)
    except ValueError:
        raise argparse.ArgumentTypeError(f"there is no day {text}") from None
    if found_day.year not in YEARS:
        raise argparse.ArgumentTypeError(
            f"{text} is not a day of a register: years go from {YEARS.start} to {YEARS.stop - 1}"
        )
    return found_day


def against(text: str) -> str:
    """What to compare with: `inspection`, `none`, or a day as ISO text."""
    word = text.strip().lower()
    if word in ("inspection", "none"):
        return word
    try:
        return day(text).isoformat()
    except argparse.ArgumentTypeError as error:
        raise argparse.ArgumentTypeError(f"{error}; or inspection, or none") from None


def one_of(what: str, known: Iterable[str], name: str) -> str:
    """A known name, or a usage error with the nearest one."""
    names = list(known)
    if name in names:
        return name
    hint = did_you_mean(name, names)
    raise argparse.ArgumentTypeError(f"there is no {what} {name}{hint.removesuffix('.')}")


def measure(name: str) -> str:
    from boardtui.core.measures import MEASURES

    return one_of("measure", MEASURES, name)


def dimension(name: str) -> str:
    from boardtui.core.criterion.dimension import DIMENSIONS

    return one_of("dimension", DIMENSIONS, name)


def add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "csv", "json"),
        default="text",
        help="text for reading (the default), CSV or JSON for programs",
    )


def add_looked_at(parser: argparse.ArgumentParser) -> None:
    """What is looked at: which force, day and baseline, under which definition, and by whom."""
    add_selection(parser)
    add_definition(parser)
    add_audience(parser)


def add_definition(
    parser: argparse.ArgumentParser,
    now: str = "the day looked at",
    then: str = "the day compared with",
) -> None:
    """Under which definition of overdue figures are worked out from records."""
    from boardtui.review.day.definitions import NAMES

    parser.add_argument(
        "--definition",
        metavar="|".join(NAMES),
        choices=NAMES,
        default="settings",
        help="what overdue means in figures from records, and which age bands there are: as the "
        f"settings say (the default); now, as the figures of {now} were stored; then, as those of "
        f"{then} were",
    )


def add_audience(parser: argparse.ArgumentParser) -> None:
    """Who is shown the figures."""
    from boardtui.core.audience.audience import Audience

    parser.add_argument(
        "--audience",
        metavar="|".join(Audience),
        choices=tuple(Audience),
        type=audience,
        help="who is shown this: force, all of it (the default); board or public, without single "
        "cases, and with small counts hidden; the settings can only be stricter",
    )


def audience(name: str) -> Audience:
    from boardtui.core.audience.audience import Audience

    return Audience(one_of("audience", tuple(Audience), name))


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Which force and day, and what to compare with."""
    parser.add_argument(
        "--force", metavar="NAME", help="the force; by default, that of the newest snapshot"
    )
    parser.add_argument(
        "--as-at",
        metavar="DATE",
        type=day,
        help="the day of a snapshot or of published figures; by default, the newest snapshot's",
    )
    parser.add_argument(
        "--against",
        metavar="DATE|inspection|none",
        type=against,
        help="what to compare with: the latest inspection before, an earlier day, or nothing; by "
        "default, the inspection, else the snapshot before",
    )
