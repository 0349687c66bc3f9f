"""The police forces of the United Kingdom, and the areas that figures are published of, by name.

England and Wales: Police Act 1996, section 1 and Schedule 1
(legislation.gov.uk/ukpga/1996/16/schedule/1). Scotland: Police and Fire Reform (Scotland) Act 2012,
section 6 (legislation.gov.uk/asp/2012/8/section/6). Northern Ireland: Police (Northern Ireland) Act
2000, section 1 (legislation.gov.uk/ukpga/2000/32/section/1). Forces of no area: Railways and
Transport Safety Act 2003, section 20; Energy Act 2004, section 52; Ministry of Defence Police Act
1987, section 1. Other names: the forces' own, as police.uk lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from boardtui.core.words.names import folded, slip_of

OF_AREAS = (
    "Avon and Somerset",
    "Bedfordshire",
    "Cambridgeshire",
    "Cheshire",
    "Cleveland",
    "Cumbria",
    "Derbyshire",
    "Devon and Cornwall",
    "Dorset",
    "Durham",
    "Dyfed-Powys",
    "Essex",
    "Gloucestershire",
    "Greater Manchester",
    "Gwent",
    "Hampshire",
    "Hertfordshire",
    "Humberside",
    "Kent",
    "Lancashire",
    "Leicestershire",
    "Lincolnshire",
    "Merseyside",
    "Norfolk",
    "North Wales",
    "North Yorkshire",
    "Northamptonshire",
    "Northumbria",
    "Nottinghamshire",
    "South Wales",
    "South Yorkshire",
    "Staffordshire",
    "Suffolk",
    "Surrey",
    "Sussex",
    "Thames Valley",
    "Warwickshire",
    "West Mercia",
    "West Midlands",
    "West Yorkshire",
    "Wiltshire",
)
"""The police areas of Schedule 1; each force is also its area's name with one of `ENDINGS`."""

ENDINGS = ("Police", "Constabulary", "Police Service", "Police Force")

OTHERS = {
    "Metropolitan Police": (
        "Metropolitan",
        "Metropolitan Police Service",
        "Metropolitan Police District",
        "Met Police",
        "Met",
        "The Met",
        "MPS",
    ),
    "City of London": ("City of London Police", "London, City of"),
    "Police Scotland": ("Scotland", "Police Service of Scotland"),
    "Police Service of Northern Ireland": ("Northern Ireland", "PSNI"),
    "British Transport Police": ("BTP",),
    "Civil Nuclear Constabulary": (),
    "Ministry of Defence Police": (),
    "England and Wales": (),
    "England": (),
    "Wales": (),
    "Great Britain": (),
    "United Kingdom": ("UK",),
}
"""The other forces, and the areas of several, each with what else it is called."""

RENAMED = {
    "Dyfed-Powys": ("Dyfed Powys", "Dyfed Powys Police"),
    "Greater Manchester": ("GMP",),
    "Hampshire": (
        "Hampshire and Isle of Wight",
        "Hampshire and Isle of Wight Constabulary",
        "Hampshire and the Isle of Wight",
    ),
}
"""What forces of `OF_AREAS` are called besides."""


def _names() -> Iterator[tuple[str, str]]:
    """Each way of naming a force, and the force."""
    for area in OF_AREAS:
        yield area, area
        for ending in ENDINGS:
            yield f"{area} {ending}", area
        for other in RENAMED.get(area, ()):
            yield other, area
    for name, others in OTHERS.items():
        for each in (name, *others):
            yield each, name


@cache
def known() -> Mapping[str, str]:
    """The name of each known force, by every name of it as names are compared."""
    return {folded(called): name for called, name in _names()}


LEAST_LETTERS = 4
"""Of fewer, such as UK, any other short name would be a slip."""


def force_key(name: str) -> str:
    """What a force is told by: the same of all names of one that is known."""
    key = folded(name)
    return folded(known()[key]) if key in known() else key


def same_force(one: str, other: str) -> bool:
    """Whether two names are of one force."""
    return one == other or force_key(one) == force_key(other)


def slip_of_force(name: str, held: Iterable[str]) -> str | None:
    """The force that a name is a slip of the pen of, known or held; None where it is none, or one.

    Of a force that is known, its name here.
    """
    held = list(held)
    key = folded(name)
    if key in known() or key in map(folded, held):
        return None
    if found := slip_of(name, held):
        return found
    called = slip_of(name, (each for each in known() if len(each) >= LEAST_LETTERS))
    return known()[called] if called else None
