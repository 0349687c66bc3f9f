"""The kinds of personal data that are looked for, declared."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import MAXYEAR

from msgspec import Struct

from boardtui.ingest.personal import dates, names, numbers, places


class Kind(Struct, frozen=True):
    """A kind of personal data, as settings name it.

    `holds` says whether a text has one, `latest` being the last year in which somebody can have
    been born; `shapes` finds, in the shape of a text (A and a for letters, 9 for digits), whether
    it may. Where `by_digits` is not set, digits make no difference to it but by their number.

    `may_be_chance` is set where a reference may have the form of one by chance: then texts of one
    shape count only where most texts of that shape do.
    """

    name: str
    what: str
    shapes: re.Pattern[str]
    holds: Callable[[str, int], bool]
    by_digits: bool = True
    may_be_chance: bool = False


PHONE = Kind("phone", "a telephone number", numbers.PHONE_SHAPES, numbers.is_phone, True, True)
EMAIL = Kind("email", "an e-mail address", places.EMAIL_SHAPES, places.is_email, False)
NATIONAL_INSURANCE = Kind(
    "national_insurance",
    "a national insurance number",
    numbers.NATIONAL_INSURANCE_SHAPES,
    numbers.is_national_insurance,
    False,
    True,
)
PNC = Kind("pnc", "a PNC number", numbers.PNC_SHAPES, numbers.is_pnc, True, True)
CRO = Kind("cro", "a CRO number", numbers.CRO_SHAPES, numbers.is_cro, False)
BIRTH = Kind("birth", "a date of birth", dates.SHAPES, dates.is_birth, True, True)
TOLD_BIRTH = Kind("birth", "a date of birth", dates.SAID_SHAPES, dates.tells_birth, False)
POSTCODE = Kind("postcode", "a postcode", places.POSTCODE_SHAPES, places.is_postcode, True, True)
ADDRESS = Kind("address", "an address", places.ADDRESS_SHAPES, places.is_address, False)
NAME = Kind("name", "a person's name", names.SHAPES, lambda text, _: names.is_name(text), False)
TITLED_NAME = Kind(
    "name", "a person's name", names.SHAPES, lambda text, _: names.is_titled(text), False
)

KINDS = {
    kind.name: kind
    for kind in (NAME, ADDRESS, BIRTH, PHONE, EMAIL, POSTCODE, NATIONAL_INSURANCE, PNC, CRO)
}
"""The kinds by the names that settings and messages have for them."""


LONGEST = 200
"""Characters of such a text that are looked at."""


def reads_as_personal(text: str) -> bool:
    """Whether one text alone, of no column, is one of those kinds."""
    return any(kind.holds(text[:LONGEST], MAXYEAR) for kind in KINDS.values())
