"""Find on a screen: typing, choosing with the arrows, and where enter and esc lead."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from boardtui.core.criterion.definition import STANDARD
from boardtui.core.criterion.dimension import Slice
from boardtui.review.day.review import Review
from boardtui.review.day.selection import choose
from boardtui.review.find import ActionTarget, Answer, Asker, CaseTarget, FigureTarget, Target
from boardtui.screens.app import BoardApp
from boardtui.screens.beside.flow_screen import FlowScreen
from boardtui.screens.dialogs.find_screen import FindScreen
from boardtui.screens.keys.actions import actions_of
from boardtui.settings import Settings
from boardtui.store.connection.opening import open_database
from tests.registers import Case, Force, Register, write
from tests.screens.driving import burst, driven, opened, press, screen_text, settle
from tests.screens.lists import list_sheet, said

SIZES = [(40, 12), (80, 24), (200, 50)]
HELP = ActionTarget("Keys", "List the keys", "help")
HIGH_NORTH = FigureTarget("overdue_visits", (Slice("risk_level", "high"), Slice("unit", "North")))


class Waiting(Asker):
    """Answers only when it is let."""

    def __init__(self, path: Path, review: Review) -> None:
        super().__init__(str(path), review, cases=True)
        self.let = Event()

    def answer(
        self, text: str, wanted: Callable[[], bool], most: int | None = None
    ) -> Answer | None:
        self.let.wait()
        return super().answer(text, wanted, most)


class Found:
    """A find screen over a board, and what it was left with."""

    def __init__(self, pilot: Pilot[None], screen: FindScreen, left_with: list[Target | None]):
        self.pilot, self.screen, self.left_with = pilot, screen, left_with

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if char == " " else char for char in text))

    @property
    def listed(self) -> list[str]:
        return said(self.screen)

    @property
    def chosen(self) -> int | None:
        return self.screen.current

    def text(self) -> str:
        return screen_text(self.pilot)


@asynccontextmanager
async def finding(
    path: Path,
    size: tuple[int, int] = (80, 24),
    *,
    cases: bool = True,
    asker: Callable[[Path, Review], Asker] | None = None,
) -> AsyncIterator[Found]:
    """Find, opened over the board of a database."""
    with closing(open_database(str(path))) as database:
        selection = choose(database)
        review = Review(database, selection, STANDARD)
        answers = asker(path, review) if asker else Asker(str(path), review, [HELP], cases=cases)
        app = BoardApp(database, str(path), selection, Settings())
        async with driven(app, size) as pilot:
            await settle(pilot)
            left_with: list[Target | None] = []
            screen = FindScreen(answers)
            app.push_screen(screen, left_with.append)
            await (pilot.pause() if asker else settle(pilot))
            yield Found(pilot, screen, left_with)


async def test_a_question_is_typed_and_enter_goes_to_the_first(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("overdue high north")
        await settle(find.pilot)
        assert find.listed[0] == "Overdue visits · high · North  12"
        assert find.chosen == 0
        await press(find.pilot, "enter")
        assert find.left_with == [HIGH_NORTH]


async def test_the_arrows_choose_round_and_round(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("oldest assessments")
        await settle(find.pilot)
        assert find.listed == [
            "Overdue assessments, oldest, in months  11 months",
            "Overdue assessments, oldest, in days  348 days",
        ]
        await press(find.pilot, "down")
        assert find.chosen == 1
        await press(find.pilot, "down")
        assert find.chosen == 0
        await press(find.pilot, "up", "enter")
        assert find.left_with == [FigureTarget("overdue_assessments_oldest_days")]


async def test_esc_goes_nowhere(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("overdue")
        await press(find.pilot, "escape")
        assert find.left_with == [None]


async def test_enter_before_the_answer_goes_there_when_it_comes(demo_database: Path) -> None:
    waiting: list[Waiting] = []
    async with finding(demo_database, asker=_waiting(waiting)) as find:
        await find.type("overdue high north")
        await find.pilot.press("enter")
        assert find.left_with == []
        waiting[0].let.set()
        await settle(find.pilot)
        assert find.left_with == [HIGH_NORTH]


async def test_an_answer_that_is_overtaken_is_never_shown(
    demo_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    show = FindScreen._show

    def noted(screen: FindScreen, answer: Answer) -> None:
        shown.append(answer.asked)
        show(screen, answer)

    monkeypatch.setattr(FindScreen, "_show", noted)
    waiting: list[Waiting] = []
    async with finding(demo_database, asker=_waiting(waiting)) as find:
        await find.type("north")
        waiting[0].let.set()
        await settle(find.pilot)
        assert shown == ["north"]
        assert find.listed[0].startswith("Overdue visits · North")


async def test_what_does_not_fit_the_list_is_counted(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("overdue")
        await settle(find.pilot)
        assert len(find.listed) == 10
        assert "First 10 of 13: another word narrows them." in find.text()


async def test_nothing_found_says_which_word_and_enter_stays(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("overdue nirthwest")
        await settle(find.pilot)
        assert find.listed == []
        assert "“nirthwest” matches nothing; the nearest word is “north”." in find.text()
        await press(find.pilot, "enter")
        assert find.left_with == []
        assert find.pilot.app.screen is find.screen


async def test_words_taken_back_take_their_results_with_them(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("north")
        await settle(find.pilot)
        await press(find.pilot, *["backspace"] * 5)
        assert find.listed == []
        assert "For example: cleared without a visit" in find.text()
        await press(find.pilot, "enter")
        assert find.left_with == []


async def test_cases_are_found_only_where_they_may_be_seen(demo_database: Path) -> None:
    for cases, listed in ((True, ["Case EX-00016"]), (False, [])):
        async with finding(demo_database, cases=cases) as find:
            assert ("a case." in " ".join(find.text().split())) is cases
            await find.type("EX-00016")
            await settle(find.pilot)
            assert find.listed == listed


async def test_the_first_cases_that_begin_so_are_listed_and_that_there_are_more(
    demo_database: Path,
) -> None:
    async with finding(demo_database) as find:
        await find.type("ex-000")
        await settle(find.pilot)
        assert len(find.listed) == 5
        assert all(line.startswith("Case EX-000") for line in find.listed)
        assert "More cases begin so: another letter narrows them." in _unwrapped(find.text())
        await press(find.pilot, "enter")
        assert find.left_with == [CaseTarget("EX-00016")]


@pytest.mark.parametrize("called", ["theme", "colour", "colours"])
async def test_dark_and_light_are_found_by_what_others_call_them(
    demo_database: Path, called: str
) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash", *called)
        assert said(list_sheet(pilot)) == ["Light or dark  Dark or light"]
        await press(pilot, "enter")
        assert pilot.app.theme == "boardtui-light"


async def test_a_snapshot_is_a_day_to_open(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("snapshot sampleshire")
        await settle(find.pilot)
        assert find.listed == ["Sampleshire · 31 Oct 2023", "Sampleshire · 31 Aug 2023"]


async def test_an_action_stands_with_what_it_does(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        await find.type("keys")
        await settle(find.pilot)
        assert find.listed == ["Keys  List the keys"]
        await press(find.pilot, "enter")
        assert find.left_with == [HELP]


async def test_what_comes_from_data_is_never_markup(tmp_path: Path) -> None:
    case = Case("c", unit="[red]x[/red] [bold", visit_due=date(2024, 1, 1))
    path = write(tmp_path / "a.db", Force("Newshire", (Register(date(2024, 1, 17), (case,)),)))
    async with finding(path) as find:
        await find.type("red x")
        await settle(find.pilot)
        assert find.listed[0] == "Overdue visits · [red]x[/red] [bold  1"
        assert "[red]x[/red] [bold" in find.text()


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_one_and_the_keys_are_seen_at_any_size(
    size: tuple[int, int], demo_database: Path
) -> None:
    async with finding(demo_database, size) as find:
        await find.type("overdue high north")
        await settle(find.pilot)
        for _ in find.listed:
            assert find.chosen is not None
            assert _unwrapped(find.listed[find.chosen]) in _unwrapped(find.text())
            await press(find.pilot, "down")
        assert "↑ ↓ choose enter go esc back" in _unwrapped(find.text())
        assert "First 10 of 22: another word narrows them." in _unwrapped(find.text())


async def test_an_idle_screen_has_nothing_that_blinks(demo_database: Path) -> None:
    async with finding(demo_database) as find:
        assert not find.screen.input.cursor_blink


async def test_every_action_of_a_screen_can_be_found(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        actions = actions_of(pilot.app.screen)
    assert ActionTarget("Keys", "List the keys", "help") in actions
    with closing(open_database(str(demo_database))) as database:
        review = Review(database, choose(database), STANDARD)
        asker = Asker(str(demo_database), review, actions, cases=False)
        for action in actions:
            answer = asker.answer(action.help, lambda: True)
            assert answer is not None
            assert action.help in [found.said for found in answer.found]


def _unwrapped(text: str) -> str:
    """What stands in the box, without border and scrollbar, as one line."""
    return " ".join(text.translate({ord(char): " " for char in "│╭╮╰╯─▌"}).split())


def _waiting(made: list[Waiting]) -> Callable[[Path, Review], Asker]:
    """What makes an asker that waits, and notes it."""

    def make(path: Path, review: Review) -> Asker:
        made.append(Waiting(path, review))
        return made[0]

    return make


FROM: dict[str, tuple[str, ...]] = {
    "a breakdown": ("1", "up"),
    "then and now": ("c", "down", "down"),
    "what changed": ("f", "down"),
    "a list": ("1", "enter", "down", "down"),
    "the board": ("tab", "down"),
}


@pytest.mark.parametrize("ways", FROM.values(), ids=FROM)
async def test_coming_back_lands_where_one_was(demo_database: Path, ways: tuple[str, ...]) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, *ways)
        there, before = list(pilot.app.screen_stack), screen_text(pilot)
        for words in ("never seen", "worst unit", "EX-00016", "newly overdue"):
            await press(pilot, "ctrl+p")
            await burst(pilot, *words)
            await press(pilot, "enter")
            if pilot.app.screen is there[-1]:  # what was found is on the same screen
                assert (ways[0], words) == ("f", "newly overdue")
                continue
            assert pilot.app.screen_stack[:-1] == there
            await press(pilot, "escape")
            assert pilot.app.screen_stack == there
            assert screen_text(pilot) == before


async def test_a_part_of_what_changed_is_landed_on(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        for words, title in (
            ("newly overdue", "newly overdue"),
            ("cleared without an assessment", "cleared without an assessment"),
            ("went missing", "went missing"),
        ):
            await press(pilot, "ctrl+p", *words, "enter")
            screen = pilot.app.screen
            assert isinstance(screen, FlowScreen)
            assert screen.number is not None
            assert screen.number.title == title


async def test_the_largest_slice_is_landed_on(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "slash", *"worst unit", "enter")
        assert "▌ North" in screen_text(pilot)


async def test_a_card_is_opened_by_its_title(demo_database: Path) -> None:
    async with opened(demo_database) as pilot:
        await press(pilot, "c", "ctrl+p", *"card 6", "enter")
        assert "Board › Caseload" in screen_text(pilot)
