"""What the name of a column says of what is in it: "Surname", "Date of birth", "Home address"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.ingest.personal.words import words

OF_OTHERS = words(
    """
    area bcu command department district division file force measure metric office programme
    region risk section sector sheet slice source station system table team tool unit user ward
    """
)
"""Words of columns that hold the names and addresses of units and things."""

SAYING = {
    "email": "email, emails, emailaddress, e mail",
    "birth": "birth, birthdate, birthday, dateofbirth, born, dob, d o b",
    "postcode": "postcode, postcodes, post code, postal, zip, zipcode",
    "phone": "phone, phones, telephone, tel, telno, mobile, landline, contact number, contact no",
    "national_insurance": "insurance, nino, nin, ni number, ni no, n i number",
    "pnc": "pnc, pncid, pncno",
    "cro": "cro, crono",
    "address": "address, addresses, addressline, addr, domicile, residence, street, home",
    "name": "name, names, surname, surnames, forename, forenames, firstname, lastname, fullname, "
    "middlename, maidenname, nickname, nicknames, alias, aliases, initials, known as",
}
"""The words by which a column is known; the first that fits counts: an e-mail address is none."""

_PHRASES = {
    kind: [phrase.split() for phrase in phrases.split(", ")] for kind, phrases in SAYING.items()
}
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_LONGEST = 200
"""Characters of a name that are looked at."""


def kind_named(column: str) -> str | None:
    """The kind of personal data that a column's name says it holds; None where it says none."""
    said = [word.casefold() for word in _WORD.findall(column[:_LONGEST])]
    for kind, phrases in _PHRASES.items():
        if any(_has(said, phrase) for phrase in phrases):
            of_others = kind in ("name", "address") and OF_OTHERS.intersection(said)
            return None if of_others else kind
    return None


def _has(said: Sequence[str], phrase: Sequence[str]) -> bool:
    count = len(phrase)
    return any(said[at : at + count] == phrase for at in range(len(said) - count + 1))
