"""A force whose every text is of the kind that breaks screens."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.registers import Case, Force, Inspected, Register, Said

DAY, BEFORE = date(2024, 1, 17), date(2023, 3, 31)

MARKUP = "[red]x[/] [@click=app.quit]x[/] [/] [bold"
WIDE = "東京都警視庁 ｶﾅ 한국어"
COMBINING = "e\u0301a\u0308o\u0302 ก\u0e33 न\u094dद\u0940"
RIGHT_TO_LEFT = "שלום עולם مرحبا"
MOVING = "\u202eesrever\u202c \x1b[31mred\x07 \u200bthin\u2028line ☎\ufe0f"
LONG = "a-very-long-name-" * 12

ALL = f"{MARKUP} {WIDE} {COMBINING} {RIGHT_TO_LEFT} {MOVING} {LONG}"


def hostile_force(text: str = ALL, name: str | None = None) -> Force:
    """A force with records and published figures, `text` wherever a text can stand."""

    def said(measure: str, value: float, day: date = DAY, **more: Any) -> Said:
        texts: dict[str, Any] = {
            "said_by": text,
            "publisher": text,
            "address": text,
            "as_at_stated": text,
        }
        return Said(measure, value, day, **(texts | more))

    cases = tuple(
        Case(f"{text}{n}", "high", unit=text, officer_ref=text, visit_due=date(2023, 11, n + 1))
        for n in range(3)
    )
    return Force(
        name if name is not None else text,
        (Register(DAY, cases),),
        (
            said("overdue_visits", 2, unit="visits", base=text),
            said("managed", 1500, qualifier="about", low=1450, high=1550),
            said(
                "risk_share", 15, dimension="risk_level", slice="high", unit="per cent", base=text
            ),
            said("caseload", 215, dimension="officer", slice=text, base=text),
            said("mappa_category_1", 9, base=text),
            said("overdue_visits", 1, BEFORE, unit="visits"),
        ),
        (Inspected(BEFORE, finding=text, body=text),),
    )
