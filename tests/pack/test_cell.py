"""Cells with a number: the format writes what the text says, and no range becomes one number."""

from __future__ import annotations

import pytest

from boardtui.pack.document.cell import TEXT, Cell, counted, shared


@pytest.mark.parametrize(
    ("text", "number", "places", "pattern"),
    [
        ("273", 273, 0, '#,##0;"−"#,##0'),
        ("70†", 70, 0, '#,##0"†";"−"#,##0"†"'),
        ("≈1,500", 1500, 0, '"≈"#,##0;"≈""−"#,##0'),
        ("just under 500", 500, 0, '"just under "#,##0;"just under ""−"#,##0'),
        ("17 months", 17, 0, '#,##0" months";"−"#,##0" months"'),
        ("−3", -3, 0, '"+"#,##0;"−"#,##0;#,##0'),
        ("+2.8", 2.774, 1, '"+"#,##0.0;"−"#,##0.0;#,##0.0'),
        ("+56 (+26%)", 56, 0, '"+"#,##0" (+26%)";"−"#,##0" (+26%)";#,##0" (+26%)"'),
    ],
)
def test_a_number_keeps_its_hedge_its_unit_and_its_mark(
    text: str, number: float, places: int, pattern: str
) -> None:
    assert counted(text, number, places) == Cell(text, number, pattern)


@pytest.mark.parametrize(
    ("text", "number"),
    [("−10 to +10", 0), ("+10 to +20", 10), ("[c]", None), ("none overdue", None), ("40–42", 41)],
)
def test_what_is_no_one_number_is_text(text: str, number: float | None) -> None:
    assert counted(text, number) == Cell(text, None, TEXT)


def test_a_share_is_a_fraction_where_it_is_exact() -> None:
    assert shared("18.3%", 0.18347) == Cell("18.3%", 0.18347, "0.0%")
    assert shared("under 0.1%", 0.0001).number is None
    assert shared("17.6%–18.8%", None).number is None
