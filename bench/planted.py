"""Personal data of people who do not exist, always the same.

Telephone numbers are of the ranges kept for fiction where there are such (ofcom.org.uk); names are
put together from lists of their own, not those that boardtui knows names by.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

COUNT = 500
"""Values of each kind."""


def listed(text: str, between: str | None = None) -> list[str]:
    """The words of a text, or what stands between its commas."""
    return [each.strip() for each in text.split(between)]


_GIVEN = listed(
    """
    Agatha Alan Aleksandra Amber Amina Andrew Ayodele Barnaby Bartosz Beryl Callum Chidi
    Chris Christine Dafydd David Deepak Denise Derek Edward Elżbieta Emily Farah Fergus Gary
    Gillian Gwyneth Hamish Helen Ian Ines Jacek James Jane Jason Jeremy Karen Keith Kwame
    Leroy Linda Liam Mandeep Margaret Mariusz Mark Matthew Mbali Michelle Mohammed Nia
    Nicola Niamh Oluwaseun Owen Patricia Paul Petra Priyanka Quentin Raj Rebecca Rhiannon
    Robert Sadia Sarah Seán Simon Siân Stephen Susan Tadeusz Terry Thi Tomasz Tracey Ulrich
    Valentina Wayne Wei Winston Yasmin Zachary
    """
)
_SURNAMES = listed(
    """
    Abbott Adeyemi Allen Bains Begum Blenkinsop Bradshaw Brown Carter Chaudhry Clarke Cohen
    Cooper Dąbrowski Davies Doyle Edwards Eze Fairweather Fletcher Gallagher Goodall Green
    Hargreaves Hill Hussain Iqbal Jenkins Jones Kamara Kaur Kelly Kowalczyk Lee Lloyd
    MacDonald Mahmood Mbeki Moore Murphy Ndlovu Nguyen O'Connor O'Neill Okafor Osei Patel
    Pemberton Phillips Popescu Quigley Ramsbottom Roberts Robinson Sandhu Shah Smith
    Smythe-Jones Spencer Taylor Thapa Thomas Turner Underwood Vaughan Walker Wiśniewska
    Wilson Wong Wood Wright Yilmaz Young Zielinski
    """
)
_ROADS = listed(
    """
    High Station Church Victoria Albert Mill Manor Park Queen's King's Chapel Windsor
    Springfield George Stanley Grange York New Main Highfield Alexandra Elm Oak Beech Nelson
    Tennyson
    """
)
_WAYS = listed(
    """
    Street Road Avenue Lane Close Drive Crescent Terrace Gardens Grove Court Way Place St Rd
    Ave Hill Park Rise View Walk Mews Square
    """
)
_TOWNS = listed(
    """
    Leeds Frome Whitby Hove Diss Cardiff Truro Rugby Ely Bury Wells Selby
    """
)
_AREAS = listed(
    """
    B BS CF E EX G L LS M N NE NR PL S SE SW W YO
    """
)


def planted(kind: str) -> list[str]:
    """The values of a kind, by its name in the settings."""
    chance = Random(kind)
    return [VALUES[kind](chance) for _ in range(COUNT)]


def _name(chance: Random) -> str:
    given, surname = chance.choice(_GIVEN), chance.choice(_SURNAMES)
    return chance.choice((
        f"{given} {surname}",
        f"{surname}, {given}",
        f"{surname.upper()} {given}",
        f"{given[0]} {surname}",
        f"{given} {chance.choice(_GIVEN)} {surname}",
        f"{chance.choice(('Mr', 'Mrs', 'Ms', 'Dr'))} {surname}",
        f"PC {chance.randint(100, 9999)} {given} {surname}",
        f"{given} {surname}".lower(),
    ))  # fmt: skip


def _address(chance: Random) -> str:
    road = f"{chance.choice(_ROADS)} {chance.choice(_WAYS)}"
    number, town = chance.randint(1, 240), chance.choice(_TOWNS)
    return chance.choice((
        f"{number} {road}",
        f"{number}, {road}, {town}",
        f"{number}{chance.choice('abc')} {road}, {town}",
        f"Flat {chance.randint(1, 40)}, {number} {road}",
        f"Flat {chance.randint(1, 40)} {chance.choice(_ROADS)} House, {road}",
        f"{number}-{number + 2} {road}",
        f"Rose Cottage, {road}, {town}",
        f"NFA, care of {number} {road}",
        f"{number} {road.upper()}",
    ))  # fmt: skip


def _birth(chance: Random) -> str:
    born = date(1940, 1, 1) + timedelta(chance.randrange(25_000))
    form = chance.choice((
        *("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%y"),
        *("%d/%m/%y", "DOB %d/%m/%Y", "born %d.%m.%y", "%Y%m%d", "%B %d, %Y"),
    ))  # fmt: skip
    return born.strftime(form)


def _phone(chance: Random) -> str:
    end = f"{chance.randrange(1000):03d}"
    return chance.choice((
        f"07700 900{end}",
        f"07700900{end}",
        f"+44 7700 900{end}",
        f"+447700900{end}",
        f"+44 (0)7700 900 {end}",
        f"0117 496 0{end}",
        f"(01632) 960{end}",
        f"020 7946 0{end}",
        f"020-7946-0{end}",
        f"+353 1 555 0{end}",
        f"7700900{end}",
        f"mob. 07700 900{end}",
        f"0044 7700 900{end}",
    ))  # fmt: skip


def _email(chance: Random) -> str:
    given, surname = chance.choice(_GIVEN), chance.choice(_SURNAMES).replace("'", "")
    host = chance.choice(("example.com", "mail.example.org", "example.police.uk"))
    return chance.choice((f"{given}.{surname}@{host}", f"{given}{chance.randrange(99)}@{host}"))


def _postcode(chance: Random) -> str:
    outward = f"{chance.choice(_AREAS)}{chance.randint(1, 20)}"
    inward = f"{chance.randint(1, 9)}{letters(chance, 'ABDEFGHJLNPQRSTUWXYZ', 2)}"
    return chance.choice((
        *(f"{outward} {inward}", f"{outward}{inward}", f"{outward} {inward}".lower()),
        *(f"{outward}  {inward}", f"Leeds {outward} {inward}"),
    ))  # fmt: skip


def _national_insurance(chance: Random) -> str:
    begin = letters(chance, "ACEGHJKLMPRSTWXYZ", 2).replace("ZZ", "ZE")
    first, second, third = (f"{chance.randrange(100):02d}" for _ in range(3))
    last = chance.choice("ABCD")
    return chance.choice((
        f"{begin}{first}{second}{third}{last}",
        f"{begin} {first} {second} {third} {last}",
        f"{begin}-{first}{second}{third}-{last}",
        f"{begin}{first}{second}{third}{last}".lower(),
        f"{begin} {first}{second}{third} {last}",
    ))  # fmt: skip


def _pnc(chance: Random) -> str:
    year, serial = chance.randint(1995, 2023), chance.randrange(1, 10**7)
    checked = _CHECK_LETTERS[(year % 100 * 10**7 + serial) % 23]
    return chance.choice((
        f"{year}/{serial:07d}{checked}",
        f"{year % 100:02d}/{serial:07d}{checked}",
        f"{year}/{serial:07d}{chance.choice(_CHECK_LETTERS)}",
        f"{year % 100:02d}/{serial}{checked}",
        f"{year}{serial:07d}{checked}",
    ))  # fmt: skip


def _cro(chance: Random) -> str:
    year, serial = chance.randint(70, 99), chance.randrange(10**4, 10**6)
    letter = chance.choice(_CHECK_LETTERS)
    return chance.choice((f"{serial:06d}/{year}{letter}", f"SF{year}/{serial:06d}{letter}"))


_CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"

VALUES: dict[str, Callable[[Random], str]] = {
    "name": _name,
    "address": _address,
    "birth": _birth,
    "phone": _phone,
    "email": _email,
    "postcode": _postcode,
    "national_insurance": _national_insurance,
    "pnc": _pnc,
    "cro": _cro,
}


def letters(chance: Random, of: str, count: int) -> str:
    """So many letters by chance."""
    return "".join(chance.choices(of, k=count))
