"""Keys of one's own: what can be given, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from boardtui.screens.breakdown.breakdown_screen import BreakdownScreen
from boardtui.screens.dialogs.defining import Defining
from boardtui.screens.key_map import FIXED, STAYING, check_keys, clashes, screens_with_keys
from boardtui.screens.keys.keys import bindings_of, key_name
from boardtui.screens.keys.known_keys import is_key
from boardtui.screens.keys.retired import RETIRED, still_there, warned
from boardtui.settings import Display, Settings, SettingsError
from docs.generate.keys import bindings_of as documented_bindings
from docs.generate.keys import screens_with_keys as documented_screens
from tests.screens.driving import opened, press, screen_text


def refused(keys: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        check_keys(keys)
    return caught.value.faults


def with_staying(key: str, binding: Binding) -> str:
    """A key beside those of a binding's own that stay."""
    return ",".join([key, *(own for own in binding.key.split(",") if own in STAYING)])


@pytest.mark.parametrize("screen", screens_with_keys())
@pytest.mark.parametrize("staying", STAYING)
def test_the_ways_back_on_and_out_of_a_screen_cannot_be_taken_away(
    screen: type[DOMNode], staying: str
) -> None:
    for binding in bindings_of(screen):
        name, own = str(binding.id), binding.key.split(",")
        if staying in own:
            others = [key for key in own if key != staying]
            (fault,) = refused({name: ",".join(["f9", *others])})
            assert f"{staying} is {STAYING[staying]} on every screen" in fault
            assert f'write "{",".join(["f9", *others, staying])}"' in fault
        else:
            assert any("give it another key" in one for one in refused({name: staying}))


def test_esc_stays_the_way_out_of_find() -> None:
    assert refused({"find.back": "a"}) == (
        'display.keys: find.back is "a", but escape is the way back on every screen, and stays so; '
        'write "a,escape".',
    )


@pytest.mark.parametrize("screen", screens_with_keys())
def test_every_key_of_every_screen_can_be_ones_own(screen: type[DOMNode]) -> None:
    keys = list(bindings_of(screen))
    assert keys
    for key in keys:
        check_keys({str(key.id): with_staying("f9", key)})


def test_every_key_that_the_documentation_names_can_be_ones_own() -> None:
    documented = {
        str(binding.id): binding
        for screen in documented_screens()
        for binding in documented_bindings(screen)
    }
    assert "cases.sort" in documented
    # Letters of other alphabets: none is declared.
    check_keys(
        {
            name: with_staying(chr(0x100 + number), binding)
            for number, (name, binding) in enumerate(sorted(documented.items()))
        }
    )


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
            "display.keys: o would be both board.define and day; give one of them another key.",
        ),
        (
            {"board.define": "f9", "day": "f8,f9"},
            "display.keys: f9 would be both board.define and day; give one of them another key.",
        ),
        (
            {"board.define": "ctrl+q"},
            "display.keys: ^q would be both leaving at once, which is fixed, and board.define; "
            "give one of them another key.",
        ),
        (
            {"board.define": "ctrl+p"},
            "display.keys: ^p would be both find, which is fixed, and board.define; give one of "
            "them another key.",
        ),
        (
            {"cases.sort": "?"},
            "display.keys: ? would be both cases.sort and cases.help; give one of them another "
            "key.",
        ),
        (
            {"app.interrupt": "d,ctrl+c"},
            "display.keys: d would be both app.interrupt and board.define; give one of them "
            "another key.",
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
    bindings = [binding for screen in screens_with_keys() for binding in bindings_of(screen)]
    taken = {str(binding.id) for binding in bindings if "s" in binding.key.split(",")}
    assert len(faults) == len(taken) > 2
    for name in taken:
        assert any(name in fault and "copy" in fault for fault in faults)


def test_two_keys_may_change_places() -> None:
    check_keys({"cases.sort": "S", "cases.reverse": "s"})


def test_screens_that_are_not_seen_together_may_have_the_same_key() -> None:
    check_keys({"board.define": "f9", "cases.define": "f9"})


OWN = {
    "board.open": "O,enter",
    "find": "f9,backslash",
    "breakdown.cases": "ctrl+e,enter",
    "cases.sort": "!",
    "case.help": "f1",
    "flow.back": "backspace,escape",
    "defining.next": "f6",
    "find.back": "f2,escape",
    "find.down": "f3",
    "reading.back": "x,escape,q,enter",
    "choosing.back": "f4,escape,q",
    "writing.back": "f5,escape",
}
SCREENS: dict[str, tuple[tuple[str, ...], set[str], set[str]]] = {
    "board": ((), {"O open", "f9 find"}, {"enter open", "/ find"}),
    "breakdown": (("1",), {"^e all"}, {"enter all"}),
    "cases": (("1", "ctrl+e"), {"! sort", "enter open"}, {"s sort"}),
    "case": (("1", "down", "ctrl+e", "enter"), {"f1 keys"}, {"? keys"}),
    "flow": (("f",), {"backspace back"}, {"esc back"}),
    "find": (("backslash",), {"↑ f3 choose", "f2 back"}, {"↑ ↓ choose", "esc back"}),
    "warnings": (("exclamation_mark",), {"x back"}, {"esc back"}),
    "definition": (("d",), {"← f6 choose"}, {"← → choose"}),
    "choosing": (("b",), {"enter take", "f4 back"}, {"esc back"}),
    "writing": (("w",), {"enter write", "f5 back"}, {"esc back"}),
}


@pytest.mark.parametrize(("ways", "shown", "gone"), SCREENS.values(), ids=SCREENS)
async def test_the_foot_of_every_screen_shows_the_keys_of_ones_own(
    demo_database: Path, ways: tuple[str, ...], shown: set[str], gone: set[str]
) -> None:
    settings = Settings(display=Display(keys=OWN))
    async with opened(demo_database, size=(200, 50), settings=settings) as pilot:
        await press(pilot, *ways)
        text = screen_text(pilot)
        assert {key for key in shown if key not in text} == set()
        assert {key for key in gone if key in text} == set()


async def test_help_lists_the_keys_of_ones_own_and_they_do_what_it_says(
    demo_database: Path,
) -> None:
    settings = Settings(display=Display(keys=OWN))
    async with opened(demo_database, size=(120, 60), settings=settings) as pilot:
        await press(pilot, "question_mark")
        text = screen_text(pilot)
        assert "O enter  the current card by risk" in text
        assert r"f9 \  " in text
        await press(pilot, "q", "O")
        assert isinstance(pilot.app.screen, BreakdownScreen)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("notakey", 'no key is called "notakey". Keys are letters and signs, and names such as'),
        ("D,pagedwn", 'no key is called "pagedwn"; did you mean pagedown?'),
        ("esc", "did you mean escape?"),
        ("↑", "did you mean up?"),
        ("Ctrl+A", "did you mean ctrl+a?"),
        ("^a", "did you mean ctrl+a?"),
        ("shift+ctrl+left", "did you mean ctrl+shift+left?"),
        ("shift+d", "did you mean D?"),
        ("f25", "did you mean f5?"),
        ("D,", 'no key is called ""'),
        ("return", 'no key is called "return"'),
    ],
)
def test_a_key_that_cannot_be_pressed_is_refused_with_the_nearest(key: str, sentence: str) -> None:
    (fault,) = refused({"board.define": key})
    assert fault.startswith(f'display.keys: board.define is "{key}", and ')
    assert sentence in fault


@pytest.mark.parametrize(
    "key", ["D", "é", "+", "plus", "?", "exclamation_mark", "f12", "ctrl+shift+left", "alt+z"]
)
def test_letters_signs_names_and_modifiers_are_keys(key: str) -> None:
    check_keys({"writing.back": f"{key},escape"})


@pytest.mark.parametrize("screen", screens_with_keys())
def test_every_key_that_is_declared_is_a_key(screen: type[DOMNode]) -> None:
    for binding in bindings_of(screen):
        assert all(map(is_key, binding.key.split(",")))


def test_the_fixed_keys_are_those_that_textual_takes_first() -> None:
    mine = {binding.key for binding in bindings_of(App) if binding.priority}
    assert set(FIXED) == {key_name(key) for key in (*mine, App.COMMAND_PALETTE_BINDING)}


ONCE = Path(__file__).with_name("key_names_once.txt").read_text("utf-8").split()
"""The names of all keys before the screens were drawn anew."""


def test_every_name_that_there_was_is_there_or_has_a_successor_or_is_gone() -> None:
    known = {binding.id for screen in screens_with_keys() for binding in bindings_of(screen)}
    assert [name for name in ONCE if name not in known and name not in RETIRED] == []
    assert RETIRED.keys() & known == set()
    assert RETIRED.keys() <= set(ONCE)
    assert {new for names in RETIRED.values() for new in names} <= known


@pytest.mark.parametrize("name", RETIRED)
def test_a_retired_name_is_warned_of_with_the_new_one(name: str) -> None:
    check_keys({name: "f9"})
    assert still_there({name: "f9", "board.define": "D"}) == {"board.define": "D"}
    warning = warned({name: "f9", "board.define": "D"})
    assert warning is not None
    assert name in warning
    assert "board.define" not in warning
    assert all(new in warning for new in RETIRED[name])
    assert RETIRED[name] or f"{name} is gone" in warning


def test_names_that_are_there_are_warned_of_by_nobody() -> None:
    assert warned({"board.define": "D"}) is None


async def test_the_board_opens_with_one_warning_for_all_that_has_another_name(
    demo_database: Path,
) -> None:
    own = {"board.figure": "S", "breakdown.drop1": "f8", "board.define": "D"}
    settings = Settings(display=Display(keys=own))
    async with opened(demo_database, settings=settings) as pilot:
        (told,) = pilot.app._notifications
        assert told.message == (
            "display.keys: Some keys have other names now: board.figure is defining.next. "
            "breakdown.drop1 is gone. What they set is left out."
        )
        await press(pilot, "D")
        assert isinstance(pilot.app.screen, Defining)
