"""A number format: what a cell shows of the number or text that it holds."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cached_property

from boardtui.ingest.sheets.cell import HIDDEN_BY_FORMAT, TOO_MANY_DIGITS, Shown
from boardtui.ingest.sheets.day_section import day_in, is_day
from boardtui.ingest.sheets.format_tokens import Section, Token, sections
from boardtui.ingest.sheets.number_section import number_in, plain_text

DIGITS = 15
"""Digits that a spreadsheet keeps of a number."""
_KEPT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]{1,3})?\s*", re.ASCII)
NO_DAY = "a day or a number: the cell shows neither"

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"£"#,##0;-"£"#,##0',
    6: '"£"#,##0;-"£"#,##0',
    7: '"£"#,##0.00;-"£"#,##0.00',
    8: '"£"#,##0.00;-"£"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "yyyy/mm/dd"),
    **dict.fromkeys((32, 33, 34, 35), "h:mm:ss"),
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    41: "#,##0;-#,##0;-;@",
    42: '"£"#,##0;-"£"#,##0;"£"-;@',
    43: "#,##0.00;-#,##0.00;-;@",
    44: '"£"#,##0.00;-"£"#,##0.00;"£"-;@',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The formats that files name by number alone, as in Britain (ECMA-376, part 1, 18.8.30)."""


class NumberFormat:
    """A format by its code."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._sections = sections(code)

    def number(self, text: str, epoch_1904: bool) -> Shown:
        """What is shown of a number, given as text."""
        if not _NUMBER.fullmatch(text):
            return Shown(text, "a number that can be read")
        number = Decimal(text).normalize(_KEPT)
        if not -DIGITS <= number.adjusted() < DIGITS:
            return Shown(text, TOO_MANY_DIGITS)
        if self._general:
            return Shown(plain_text(number))
        section, sign = self._section_for(number)
        if is_day(section):
            day = day_in(section, number, epoch_1904)
            return Shown(day) if day else Shown(plain_text(number), NO_DAY)
        shown = number_in(section, abs(number))
        if shown is None:
            return Shown(plain_text(number), f"a number in another format than {self.code}")
        return Shown(sign + shown) if shown else Shown(plain_text(number), HIDDEN_BY_FORMAT)

    def text(self, text: str) -> Shown:
        """What is shown of a text."""
        section = self._text_section
        if section is None:
            return Shown(text)
        shown = "".join(text if each == Token("mark", "@") else each.text for each in section)
        return Shown(shown) if shown.strip() else Shown(text, HIDDEN_BY_FORMAT)

    @cached_property
    def _general(self) -> bool:
        """Whether numbers are shown as they are."""
        return self._sections in ([()], [(Token("general", "General"),)], [(Token("mark", "@"),)])

    @cached_property
    def _text_section(self) -> Section | None:
        """The section for texts; None where they are shown as they are."""
        last = self._sections[-1]
        if len(self._sections) > 3 or Token("mark", "@") in last:
            return None if last == (Token("mark", "@"),) else last
        return None

    def _section_for(self, number: Decimal) -> tuple[Section, str]:
        """The section that a number is shown by, and the sign before it."""
        of_numbers = [each for each in self._sections if Token("mark", "@") not in each][:3]
        if not of_numbers:
            return (Token("general", "General"),), "-" if number < 0 else ""
        if number < 0 and len(of_numbers) > 1:
            return of_numbers[1], ""
        if number == 0 and len(of_numbers) > 2:
            return of_numbers[2], ""
        return of_numbers[0], "-" if number < 0 else ""


GENERAL = NumberFormat("General")
