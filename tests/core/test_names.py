"""Names of forces and units, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.core.words.forces import force_key, known, same_force, slip_of_force
from boardtui.core.words.names import folded, same_name, slip_of, tidied


@pytest.mark.parametrize(
    "name",
    [
        "AVON AND SOMERSET",
        "Avon & Somerset",
        "Avon&Somerset",
        " Avon  and\u00a0Somerset ",
        "Avon and Somerset [note 2]",
        "Avon and Somerset [Notes 2 and 3] [note 4]",
        "\uff21von and Somerset",
    ],
)
def test_a_name_is_the_same_however_it_is_written(name: str) -> None:
    assert same_name(name, "Avon and Somerset")


@pytest.mark.parametrize("other", ["Avon", "Avon or Somerset", "Avon and Somerset (north)"])
def test_another_name_is_another(other: str) -> None:
    assert not same_name(other, "Avon and Somerset")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert same_name("Ynys Mo\u0302n", "Ynys M\u00f4n")
    assert tidied("Ynys  Mo\u0302n [note 1]") == "Ynys M\u00f4n"


@given(st.text(max_size=12))
def test_a_folded_name_stays_as_it_is(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert folded(tidied(name)) == folded(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Esex", "Essex"),
        ("Essexx", "Essex"),
        ("ESSAX", "Essex"),
        ("Essxe", "Essex"),
        ("Essex", None),
        ("Wessix", None),
        ("Kent", None),
    ],
)
def test_a_slip_of_the_pen_is_of_one_letter(name: str, meant: str | None) -> None:
    assert slip_of(name, ["Essex"]) == meant


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_whose_slip_it_is_makes_no_difference(one: str, other: str) -> None:
    assert (slip_of(one, [other]) is None) == (slip_of(other, [one]) is None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Essex", "Essex Police"),
        ("Avon & Somerset Constabulary", "AVON AND SOMERSET"),
        ("Dyfed Powys", "Dyfed-Powys Police"),
        ("PSNI", "Police Service of Northern Ireland"),
        ("Metropolitan Police Service", "Metropolitan"),
        ("The Met", "Metropolitan Police"),
        ("Hampshire and Isle of Wight Constabulary", "Hampshire"),
        ("Testshire", "TESTSHIRE [note 1]"),
    ],
)
def test_a_known_force_goes_by_all_its_names(one: str, other: str) -> None:
    assert same_force(one, other)


def test_a_force_that_is_not_known_has_no_other_names() -> None:
    assert not same_force("Testshire", "Testshire Police")


def test_the_43_forces_of_england_and_wales_and_the_others_are_known() -> None:
    names = set(known().values())
    forces = {name for name in names if name not in ("England", "Wales", "Great Britain")}
    of_all = {"England and Wales", "United Kingdom"}
    elsewhere = {
        "Police Scotland",
        "Police Service of Northern Ireland",
        "British Transport Police",
        "Civil Nuclear Constabulary",
        "Ministry of Defence Police",
    }
    assert of_all | elsewhere <= forces
    assert len(forces - of_all - elsewhere) == 43


def test_no_name_of_a_known_force_is_a_slip_of_another_s() -> None:
    names = known()
    for name, force in names.items():
        others = [other for other, its in names.items() if its != force]
        assert slip_of(name, others) is None


@pytest.mark.parametrize(
    ("name", "held", "meant"),
    [
        ("Avon and Somerst", [], "Avon and Somerset"),
        ("Esex Police", [], "Essex"),
        ("Testshir", ["Testshire"], "Testshire"),
        ("Testshir", [], None),
        ("essex", ["Testshire"], None),
        ("TESTSHIRE", ["Testshire"], None),
        ("UL", [], None),
    ],
)
def test_a_slip_may_be_of_a_force_that_is_known_or_held(
    name: str, held: list[str], meant: str | None
) -> None:
    assert slip_of_force(name, held) == meant


def test_what_a_known_force_is_told_by_is_one_for_all_its_names() -> None:
    assert force_key("City of London Police") == force_key("London, City of") == "city of london"
