"""Values that nobody expects, and that files hold all the same."""

from __future__ import annotations

from random import Random

LONG = 40_000

DAYS = (
    *("2024-02-30", "31/02/2024", "0000-00-00", "9999-12-31", "1900-01-00", "12/31/2024"),
    *("17.01.2024", "2024-1-7", "20240117", "45308", "45308.5", "-1", "2024-01-17T00:00:00"),
    *("0202-01-17", "24-01-17", "17 Jan 2024", "٢٠٢٤-٠١-١٧", "2024-01-17 ", "today", "1e5"),
)
NUMBERS = (
    *("1e999", "-1e999", "NaN", "inf", "-0", "0x10", "1_000", "1,000", "1.000,5", "٣", "１２"),
    *("9" * 400, "1e-400", "15%", "0.15", "1/0", "½", "+5", "--5", "9223372036854775808"),
)
TEXTS = (
    *("", " ", "\t", "\n", "a\nb", 'a"b', "'", ";", ",", "\\", "\0", "\x1b[2J", "\x1b]0;x\x07"),
    *("\x9b31m", "\ufeff", "\u202egnp", "a\u0301" * 300, "\u200b", "\xa0", "é", "e\u0301", "ß"),
    *("=1+1", "@SUM(1)", "+44 20", "-1", "=cmd|' /C calc'!A0", "[bold]x[/bold]", "[/]", "%s%n"),
    *("'; DROP TABLE cases;--", "{0}", "$(reboot)", "../../etc/passwd", "file:///etc/passwd"),
    *("NULL", "None", "TRUE", "#N/A", "#REF!", "..", "[c]", "c", "*", "[x]", "[low]", "-"),
    *("x" * LONG, "日本" * 500, "👩‍👩‍👧‍👦", "\U0010ffff", "\ufffe", "case_ref", "unit=North"),
)
WORDS = (
    *("high", "HIGH", "very high", "very_high ", "hihg", "community", "custody", "seen", "yes"),
    *("active", "reactive", "not_assessed", "1", "4", "exact", "about", "people", "per cent"),
)


def value(chance: Random) -> str:
    """Any of them, or a scrap of letters from anywhere in Unicode."""
    if chance.random() < 0.1:
        return "".join(_letter(chance) for _ in range(chance.randint(1, 30)))
    return chance.choice(chance.choice((DAYS, NUMBERS, TEXTS, WORDS)))


def _letter(chance: Random) -> str:
    number = chance.choice(
        (chance.randrange(0x20), chance.randrange(0x250), chance.randrange(0x11_0000))
    )
    # Half of a pair is no letter: nothing can write it.
    return "?" if 0xD800 <= number <= 0xDFFF else chr(number)
