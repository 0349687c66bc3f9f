"""One section of a number format, and what a number looks like in it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from boardtui.ingest.sheets.format_tokens import Section, Token

PLACES = "0#?"
MOST_DECIMALS = 30
"""What spreadsheet programs take."""
_EXACT = Context(prec=80)


def number_in(section: Section, size: Decimal) -> str | None:
    """A number of 0 or more as a section shows it, thousands unmarked; "" where it shows nothing.

    None where the section cannot be told: fractions, powers of ten, conditions. A mark between
    thousands changes no value, and would keep 1,500 from being read as a number.
    """
    if any(_untold(token) for token in section):
        return None
    if any(token.kind == "general" for token in section):
        general = plain_text(size)
        return "".join(general if t.kind == "general" else _literal(t) for t in section).strip()
    whole, decimals = _halves(section)
    size = _scaled(section, whole, size)
    places = sum(map(_is_place, decimals))
    if places > MOST_DECIMALS:
        return None
    rounded = size.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    before, _, after = f"{rounded:f}".partition(".")
    shown = _whole(whole, "" if before == "0" else before)
    return (shown + _decimals(decimals, after)).strip()


def plain_text(number: Decimal) -> str:
    """A number as text, without an exponent or zeros at its end: 5, 0.15."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _untold(token: Token) -> bool:
    return token.kind == "condition" or (token.kind == "mark" and token.text in "/Ee@")


def _is_place(token: Token) -> bool:
    return token.kind == "mark" and token.text in PLACES


def _literal(token: Token) -> str:
    """What a token shows whatever the number: a comma and what stands for digits show nothing."""
    return "" if token.kind == "mark" and token.text in PLACES + ",." else token.text


def _halves(section: Section) -> tuple[Section, Section]:
    """What stands before the decimal point, and what after it."""
    for at, token in enumerate(section):
        if token == Token("mark", "."):
            return section[:at], section[at + 1 :]
    return section, ()


def _scaled(section: Section, whole: Section, size: Decimal) -> Decimal:
    """The number with what signs of per cent and commas after the last place make of it."""
    per_cents = sum(token == Token("mark", "%") for token in section)
    last = max((at for at, token in enumerate(section) if _is_place(token)), default=-1)
    commas = 0
    for token in section[last + 1 :] if last >= 0 else ():
        if token != Token("mark", ","):
            break
        commas += 1
    if not commas and len(whole) < len(section):
        # In 0,.0 the thousands stand before the point.
        while commas < len(whole) and whole[len(whole) - commas - 1] == Token("mark", ","):
            commas += 1
    return size.scaleb(2 * per_cents - 3 * commas, _EXACT)


def _whole(tokens: Section, digits: str) -> str:
    """The whole part: digits fill the places from the right, and the first takes what is left."""
    first = next((at for at, token in enumerate(tokens) if _is_place(token)), None)
    shown: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if not _is_place(token):
            shown.append(_literal(token))
        elif at == first:
            shown.append(digits or ("0" if token.text == "0" else ""))
        else:
            shown.append(digits[-1:] or ("0" if token.text == "0" else ""))
            digits = digits[:-1]
    if first is None and digits and not shown:
        return ""
    return "".join(reversed(shown))


def _decimals(tokens: Section, digits: str) -> str:
    """The decimal part with its point; zeros at its end show only where the format asks them."""
    places = [token.text for token in tokens if _is_place(token)]
    shown = len(digits)
    while shown and digits[shown - 1] == "0" and places[shown - 1] != "0":
        shown -= 1
    rest = "".join(_literal(token) for token in tokens)
    return (f".{digits[:shown]}" if shown else "") + rest
