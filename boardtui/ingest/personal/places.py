"""Where somebody lives or is written to: addresses, postcodes, e-mail."""

from __future__ import annotations

import re

from boardtui.ingest.personal.words import words

EMAIL_SHAPES = re.compile("@")
_EMAIL = re.compile(r"(?<![^\s@,;<>()])[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\W\d_]{2,}")

_AREAS = words(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE
    LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL
    SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
)
POSTCODE_SHAPES = re.compile(r"(?<![Aa])[Aa]{1,2}9[Aa9]? *9[Aa]{2}(?![Aa9])")
_POSTCODE = re.compile(
    rf"(?<![\w/-])(?:{'|'.join(sorted(_AREAS, reverse=True))})"
    r"[0-9][A-HJKMNPR-Y0-9]? *[0-9][ABD-HJLNP-UW-Z]{2}(?![\w/-])",
    re.IGNORECASE,
)
"""An area, district, sector and unit, as Royal Mail's Programmers' Guide to the Postcode Address
File has them."""

_WAYS = (
    "street|st|road|rd|avenue|ave|lane|ln|close|cl|drive|dr|crescent|cres|terrace|gardens|gdns|grove|"
    "mews|court|ct|way|place|pl|walk|row|square|sq|hill|park|rise|view|green|parade|croft|drove|"
    "embankment|quay|wharf|bank|end|fold|garth|gate|mead|orchard|passage|path|broadway|yard|heights|"
    "vale|dene|chase|ride|common|circus|boulevard|wynd|brow|side|approach|bridge|spinney|paddock"
)
ADDRESS_SHAPES = re.compile(r"9[Aa]?,? .*[Aa]{2}|[Aa]{3}.? .*9|, ")
_NUMBER = r"(?:no\.? ?)?[0-9]{1,4}[a-h]?"
_NUMBERED = re.compile(
    rf"(?:^|[,;:(]|\b(?:at|of|nfa|flat|house)\b)\s*{_NUMBER}(?:[-/][0-9]{{1,4}}[a-h]?)?,? +"
    rf"(?:[^\W\d_][\w'’.-]*,? +){{1,4}}?(?:{_WAYS})\b",
    re.IGNORECASE,
)
_DWELLING = re.compile(
    r"(?:^|[,;:(])\s*(?:flat|apartment|apt\.?|caravan|chalet|bedsit|studio) +"
    rf"{_NUMBER}\b",
    re.IGNORECASE,
)
_NAMED_HOUSE = re.compile(
    rf"\b(?:cottage|farm|farmhouse|lodge|villa|bungalow|house)\b *,.*\b(?:{_WAYS})\b", re.IGNORECASE
)


def is_email(text: str, latest: int) -> bool:
    """Whether a text has an e-mail address."""
    return _EMAIL.search(text) is not None


def is_postcode(text: str, latest: int) -> bool:
    """Whether a text has a whole postcode of the United Kingdom, of an area that there is."""
    return _POSTCODE.search(text) is not None


def is_address(text: str, latest: int) -> bool:
    """Whether a text has a number or a dwelling in a street: 12 High Street."""
    return any(pattern.search(text) for pattern in (_NUMBERED, _DWELLING, _NAMED_HOUSE))
