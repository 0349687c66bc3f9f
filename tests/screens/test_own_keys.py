"""Keys of one's own: what can be given, and what is refused."""

from __future__ import annotations

import pytest
from textual.dom import DOMNode

from boardtui.screens.key_map import bindings_of, check_keys, clashes, screens_with_keys
from boardtui.settings import SettingsError
from docs.generate.keys import bindings_of as documented_bindings
from docs.generate.keys import screens_with_keys as documented_screens


def refused(keys: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        check_keys(keys)
    return caught.value.faults


@pytest.mark.parametrize("screen", screens_with_keys())
def test_every_key_of_every_screen_can_be_ones_own(screen: type[DOMNode]) -> None:
    keys = list(bindings_of(screen))
    assert keys
    for key in keys:
        check_keys({str(key.id): "f9"})


def test_every_key_that_the_documentation_names_can_be_ones_own() -> None:
    documented = {
        str(binding.id)
        for screen in documented_screens()
        for binding in documented_bindings(screen)
    }
    assert "cases.sort" in documented
    check_keys({name: f"f{number}" for number, name in enumerate(documented, start=100)})


def test_a_key_of_no_such_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsError, match=r"board\.defin\b.*board\.define"):
        check_keys({"board.defin": "D"})


def test_without_keys_of_ones_own_no_key_does_two_things() -> None:
    app, *screens = screens_with_keys()
    for screen in screens:
        assert list(clashes((app, screen), {})) == []


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (
            {"board.define": "o"},
            "display.keys: o would be both board.day and board.define; give one of them another "
            "key.",
        ),
        (
            {"board.define": "f9", "board.day": "f8,f9"},
            "display.keys: f9 would be both board.day and board.define; give one of them another "
            "key.",
        ),
        (
            {"cases.sort": "?"},
            "display.keys: ? would be both cases.help and cases.sort; give one of them another "
            "key.",
        ),
        (
            {"app.interrupt": "q,ctrl+c"},
            "display.keys: q would be both app.interrupt and board.quit; give one of them another "
            "key.",
        ),
        (
            {"case.help": "w"},
            "display.keys: w would be both case.help and write; give one of them another key.",
        ),
    ],
)
def test_a_key_that_would_do_two_things_on_a_screen_is_refused(
    keys: dict[str, str], sentence: str
) -> None:
    assert sentence in refused(keys)


def test_a_key_of_all_screens_is_refused_for_each_that_has_it_already() -> None:
    faults = refused({"copy": "s"})
    taken = ("board.figure", "breakdown.sort", "cases.sort", "page.figure")
    assert len(faults) == len(taken)
    for name in taken:
        assert any(name in fault and "copy" in fault for fault in faults)


def test_two_keys_may_change_places() -> None:
    check_keys({"board.define": "o", "board.day": "d"})


def test_screens_that_are_not_seen_together_may_have_the_same_key() -> None:
    check_keys({"board.define": "f9", "cases.define": "f9"})
