"""Cases files in which there is no personal data, however a force may number and name things."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from bench.planted import letters, listed

ROWS = 20_000
DAY = date(2024, 1, 17)

REFERENCES: tuple[Callable[[Random, int], str], ...] = (
    lambda chance, number: f"EX-{number:06d}",
    lambda chance, number: f"{number:010d}",
    lambda chance, number: f"{chance.randrange(10**11):011d}",
    lambda chance, number: f"{chance.getrandbits(48):012x}",
    lambda chance, number: letters(chance, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 7),
    lambda chance, number: f"{chance.randint(2003, 2023)}/{number:05d}",
    lambda chance, number: f"NH {number:04d} {letters(chance, 'ABCDEFGH', 2)}",
    lambda chance, number: f"{chance.randint(2015, 2023)}{chance.randint(1, 12):02d}{number:05d}",
)
"""Ways in which a force may number people, one a file."""

OFFICERS: tuple[Callable[[int], str], ...] = (
    lambda number: f"OM-{number:02d}",
    lambda number: f"{1000 + number * 7}",
    lambda number: f"PC {2000 + number}",
    lambda number: f"DC-{number}",
    lambda number: f"Post {number} North",
    lambda number: f"AB{number:04d}",
    lambda number: f"MOSU Officer {number}",
    lambda number: f"{number:06d}",
)

UNITS = listed(
    """
    North Harbour, South Harbour, Victoria Park, St James, Charlotte Street, Milton Keynes,
    Chelsea, Jordan Hill, Team 3, Team 12 East, MOSU East, Sgt's team 2, PPU 1, Florence
    Road, Rose Hill, Lincoln, Preston North, Craig y Don, Douglas Bay, Chester Central, St
    Helens, Newton Abbot, Sydney Street, Area 2 Park, District 14, Carlisle, Bishop
    Auckland, Kings Lynn, Bury St Edmunds, West Mercia, Kingston upon Hull, Stoke-on-Trent,
    2 Division, No. 3 Area, Hub A, Public protection (west), B1 Command, E Division, MOSOVO,
    Headquarters, High Street Station, Grant Street, Stanley, Alexandra, Martin's Heron,
    Ashley Down, Bentley, Shirley, Beverley, Cameron House, Newport & Gwent, Dyfed-Powys
    """,
    ",",
)
TOOLS = ("ARMS", "OASys", "RM2000", "Stable 2007", "ARMS v2.1", "Risk Matrix 2000", "MAPPA 1", "")


def clean_files() -> Iterator[str]:
    """Cases files without personal data, of all ROWS together."""
    for way in range(len(REFERENCES)):
        yield cases(rows(way))


def rows(way: int) -> list[list[str]]:
    """The reference, unit, officer and tool of each row of a file, numbered in one of the ways."""
    chance, reference, officer = Random(way), REFERENCES[way], OFFICERS[way]
    return [
        [reference(chance, at), chance.choice(UNITS), officer(at % 90), TOOLS[at % len(TOOLS)]]
        for at in range(1, ROWS // len(REFERENCES) + 1)
    ]


def cases(people: Sequence[Sequence[str]]) -> str:
    """A cases file with these references, units, officers and tools."""
    lines = ["case_ref,risk_level,status,unit,officer_ref,visit_due,last_visit,risk_tool"]
    chance = Random(len(people))
    for ref, unit, officer, tool in people:
        due, last = (DAY + timedelta(chance.randint(*span)) for span in ((-300, 300), (-700, -1)))
        quoted = ",".join(f'"{text}"' for text in (unit, officer))
        lines.append(f'"{ref}",high,community,{quoted},{due},{last:%d/%m/%Y},{tool}')
    return "\n".join(lines) + "\n"
