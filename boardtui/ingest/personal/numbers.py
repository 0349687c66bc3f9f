"""Numbers that belong to one person: telephone, national insurance, PNC and CRO numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from boardtui.ingest.personal.dates import is_birth

REMEMBERED = 1 << 16
"""Texts of which it is known whether they have a number: of a force's snapshots most come again."""

PHONE_SHAPES = re.compile(r"9[9 ().-]{7,}9")
_PHONE = re.compile(r"(?<![\w/.+-])(?:\+|\(\+)?\(?[0-9][0-9 ().-]{7,20}[0-9](?![\w/])")
_UNITED_KINGDOM = re.compile(
    r"1[1-9][0-9]{7,8}|2[03489][0-9]{8}|3[0347][0-9]{8}|7[0-9]{9}|8[04][0-9]{7,8}"
)
"""A number of the United Kingdom without its 0, by its first digits
(ofcom.org.uk, the National Telephone Numbering Plan)."""

NATIONAL_INSURANCE_SHAPES = re.compile(r"[Aa]{2}[ .-]?99[ .-]?99[ .-]?99[ .-]?[Aa]")
_NATIONAL_INSURANCE = re.compile(
    r"(?<![\w/-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[0-9]{2}[ .-]?[A-D](?![\w/-])",
    re.IGNORECASE,
)
"""As HM Revenue and Customs gives them (gov.uk/hmrc-internal-manuals/national-insurance-manual,
NIM39110)."""

PNC_SHAPES = re.compile(r"99/9{1,7}[Aa]|9{11}[Aa]")
_PNC = re.compile(
    r"(?<![\w/])(?:19|20)?(?P<year>[0-9]{2})(?P<sign>/?)(?P<serial>[0-9]{1,7})(?P<letter>[A-Z])(?!\w)",
    re.IGNORECASE,
)
CRO_SHAPES = re.compile(r"9{4,6}/99[Aa]|[Aa]{2}99/9{4,6}[Aa]")
_CRO = re.compile(
    r"(?<![\w/])(?:[0-9]{4,6}/[0-9]{2}|SF[0-9]{2}/[0-9]{4,6})[A-HJ-NP-RT-Z](?!\w)", re.IGNORECASE
)
CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
"""Which letter a PNC number ends with, by the remainder of year and serial number divided by 23."""


@lru_cache(REMEMBERED)
def is_phone(text: str, latest: int) -> bool:
    """Whether a text has a telephone number of the United Kingdom, or one that begins with +."""
    return any(_calls(found[0]) for found in _PHONE.finditer(text) if not is_birth(found[0], 9_999))


def _calls(written: str) -> bool:
    abroad = "+" in written
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    if abroad and not digits.startswith("44"):
        return 8 <= len(digits) <= 15
    for country in ("0044", "44", "0"):
        if digits.startswith(country):
            digits = digits[len(country) :].removeprefix("0")
            return _UNITED_KINGDOM.fullmatch(digits) is not None
    # A spreadsheet that takes it for a number takes the 0 away.
    return digits.startswith("7") and _UNITED_KINGDOM.fullmatch(digits) is not None


def is_national_insurance(text: str, latest: int) -> bool:
    """Whether a text has a national insurance number."""
    return _NATIONAL_INSURANCE.search(text) is not None


def is_pnc(text: str, latest: int) -> bool:
    """Whether a text has a PNC number: 2003/1234567A; short, or without its sign, if it checks."""
    return any(
        (len(found["serial"]) == 7 and bool(found["sign"])) or _checks(found)
        for found in _PNC.finditer(text)
        if found["sign"] or len(found[0]) == 12
    )


def _checks(found: re.Match[str]) -> bool:
    number = int(f"{found['year']}{int(found['serial']):07d}")
    return CHECK_LETTERS[number % len(CHECK_LETTERS)] == found["letter"].upper()


def is_cro(text: str, latest: int) -> bool:
    """Whether a text has the number of a criminal record: 123456/03A, or SF03/123456A."""
    return _CRO.search(text) is not None
