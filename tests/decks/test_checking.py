"""A deck is checked whole: every fault at once, with the nearest name, and numbers that differ."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from boardtui.core.audience.audience import Audience
from boardtui.core.audience.rules import rules_of
from boardtui.decks.faults import DeckError
from boardtui.decks.opening import good, selected
from boardtui.decks.reading import read_deck
from boardtui.decks.stage import Stage
from boardtui.panels.slides.drawn import drawn
from boardtui.store.connection.opening import open_database
from tests.panels.compared import whole_board

Faults = Callable[[str], list[str]]

HIDDEN = (
    (
        'kind = "figure"\nmeasure = "not_seen_over_year"\nslice = { unit = "Islands" }\n'
        'sentence = "{now} people in Islands"',
        "there is nothing here for {now}, what the slide's figure is: hidden, so that it ",
    ),
    (
        'kind = "answer"\nmeasure = "overdue_visits"\nby = "officer"',
        "officers are not listed: this is ",
    ),
    (
        'kind = "figure"\nmeasure = "never_seen"\nslice = { unit = "Islands" }\n'
        'sentence = "3 of them"',
        "its sentence says 3, and no figure of the slide is that. Placeholders ",
    ),
)

HEAD = 'deck = 1\nforce = "Exampleshire"\nas_at = 2024-01-17\nagainst = "inspection"\n'


@pytest.fixture
def faults(demo_database: Path, tmp_path: Path) -> Faults:
    """What is wrong with a deck, each in a sentence without the name of the file."""

    def found(text: str) -> list[str]:
        path = tmp_path / "deck.toml"
        path.write_text(text, encoding="utf-8")
        read = read_deck(path)
        with closing(open_database(str(demo_database))) as database:
            stage = Stage(whole_board(database, selected(database, read.deck)))
            try:
                good(read, stage)
            except DeckError as error:
                return [fault.removeprefix(f"{path}: ") for fault in error.faults]
        return []

    return found


def one(*lines: str) -> str:
    """A deck of one slide."""
    return HEAD + "\n".join(("[[slide]]", *lines))


def then_and_now(sentence: str) -> str:
    return one('kind = "then-and-now"', 'measure = "overdue_visits"', f'sentence = "{sentence}"')


EVERY_FAULT = """
deck = 2
colour = "red"
audience = "boards"
force = "Exampleshire"
as_at = 2024-01-17
[[slide]]
kind = "figur"
[[slide]]
kind = "figure"
measure = "overdue_visit"
notez = "say this"
[[slide]]
kind = "flow"
measure = "registered"
title = "Register"
[[slide]]
kind = "years"
[[slide]]
kind = "then-and-now"
measure = "overdue_visits"
slice = { unit = "Nort" }
[[slide]]
kind = "figure"
measure = "overdue_visits"
slice = { risk_levle = "high" }
[[slide]]
kind = "figure"
measure = "overdue_visits"
baseline = "2021-01-01"
[[slide]]
kind = "years"
measure = "mappa_category_1"
[[slide]]
kind = "figure"
measure = "overdue_visits"
senten = "one"
sentence = "{nwo} visits, 274 of them, {"
[[slide]]
kind = "figure"
measure = "overdue_visits"
slice = { unit = "Nort" }
baseline = "2021-01-01"
[[slide]]
kind = "text"
text = ["", "one"]
"""


def test_every_fault_is_told_at_once_in_the_order_of_the_slides(faults: Faults) -> None:
    found = faults(EVERY_FAULT)
    expected = [
        "the file does not say deck = 1",
        'audience is "boards"; expected force, board or public; did you mean board?',
        "there is no key colour of a deck.",
        'slide 1: there is no kind of slide "figur"; did you mean figure?',
        'slide 2 (figure): measure is "overdue_visit"; there is no such measure; did you mean '
        "overdue_visits?",
        "slide 2 (figure): there is no key notez; did you mean notes?",
        "slide 3 (flow): such a slide has no title; it may have measure, baseline, ",
        "slide 3 (flow): it is of overdue_visits or overdue_assessments, and not of registered.",
        "slide 4 (years): it has no measure, which it needs.",
        "slide 5 (then-and-now): there is no unit Nort; did you mean North?",
        'slide 6 (figure): slice is {"risk_levle" = "high"}; there is no dimension risk_levle; did '
        "you mean risk_level?",
        "slide 7 (figure): its baseline is not there: Exampleshire has no snapshot and ",
        "slide 8 (years): Exampleshire has no figure of mappa_category_1 for 17 Jan 2024.",
        "slide 9 (figure): there is no key senten; did you mean sentence?",
        "slide 9 (figure): a brace stands alone",
        "slide 9 (figure): there is no placeholder {nwo}; did you mean now?",
        "slide 9 (figure): its sentence says 274, and no figure of the slide is that: it has 273",
        "slide 10 (figure): its baseline is not there: Exampleshire has no snapshot and ",
        "slide 10 (figure): there is no unit Nort; did you mean North?",
        'slide 11 (text): text is ["", "one"]; expected a text, or a list of up to 6 texts.',
    ]
    assert len(found) == len(expected), found
    for fault, begins in zip(sorted(found), sorted(expected), strict=True):
        assert fault.startswith(begins)
    slides = [fault for fault in found if fault.startswith("slide")]
    assert slides == sorted(slides, key=lambda fault: int(fault.split()[1].rstrip(":")))


@pytest.mark.parametrize(
    "sentence",
    [
        "273 visits are overdue, 56 more than the 217 of March 2023",
        "On 17 January 2024, 18.3% of 1,488: +56 (+26%)",
        "{now} visits, {change} than the inspectors' {then}; {share} of {base}",
        "In 2024 as in 2023",
    ],
)
def test_what_a_slide_shows_may_be_typed(faults: Faults, sentence: str) -> None:
    assert faults(then_and_now(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("274 visits are overdue", "says 274"),
        ("17 visits are overdue", "says 17"),  # the day of the month is no figure
        ("18% are overdue", "says 18%"),
        ("1,489 are managed", "says 1,489"),
        ("273 visits, -56", "went the other way"),
        ("273 visits on 18 January 2024", "says 18 Jan 2024, and the slide is of no such day"),
        ("273 visits, more than in 2022", "says 2022"),
        ("273 visits, {without} of them", "nothing here for {without}"),
    ],
)
def test_a_number_that_differs_is_a_fault(faults: Faults, sentence: str, wrong: str) -> None:
    (fault,) = faults(then_and_now(sentence))
    assert fault.startswith("slide 1 (then-and-now): ")
    assert wrong in fault


def test_what_is_known_on_other_days_says_that_it_is_not_here(faults: Faults) -> None:
    (fault,) = faults(
        one('kind="figure"', 'measure="overdue_visits"', 'baseline="none"', 'notes = "{then}"')
    )
    assert fault == "slide 1 (figure): there is nothing here for {then}, what it was."


def test_words_without_a_figure_may_hold_any_number(faults: Faults) -> None:
    assert faults(one('kind = "text"', 'title = "Answers in 56 days"', 'text = "By 30 May"')) == []


def test_what_has_no_room_on_a_projector_is_a_fault(faults: Faults) -> None:
    words = "one word after another " * 11
    (long,) = faults(then_and_now(words))
    assert "its sentence has 252 characters, and a slide at 80 columns has room for" in long
    texts = ", ".join([f'"{words}"'] * 5)
    (high,) = faults(one('kind = "text"', 'title = "All"', f"text = [{texts}]"))
    assert "its text takes 20 rows, and a slide at 80 by 24 has room for 16" in high


def test_words_on_a_figure_may_not(faults: Faults) -> None:
    slide = ('kind = "text"', 'measure = "overdue_visits"', 'title = "{now} overdue"')
    assert faults(one(*slide, 'text = ["of 1,488 people"]')) == []
    (fault,) = faults(one(*slide, 'text = ["of 1,400 people"]'))
    assert "its text says 1,400" in fault


def test_what_is_hidden_from_the_public_is_told_apart_from_what_is_not_there(
    demo_database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "deck.toml"
    path.write_text(HEAD + "".join(f"[[slide]]\n{text}\n" for text, _ in HIDDEN), encoding="utf-8")
    read = read_deck(path)
    with closing(open_database(str(demo_database))) as database:
        selection = selected(database, read.deck)
        board = whole_board(database, selection, audience=rules_of(Audience.PUBLIC))
        with pytest.raises(DeckError) as caught:
            good(read, Stage(board))
    for fault, (_, why) in zip(caught.value.faults, HIDDEN, strict=True):
        assert f"): {why}" in fault


def test_a_slide_may_have_a_baseline_of_its_own(demo_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    path.write_text(
        one('kind = "figure"', 'measure = "overdue_visits"', "baseline = 2023-03-31"),
        encoding="utf-8",
    )
    read = read_deck(path)
    with closing(open_database(str(demo_database))) as database:
        stage = Stage(whole_board(database, selected(database, read.deck)))
        (slide,) = good(read, stage).slides
        assert drawn(slide, stage.board_of(slide), 80, 24).sentence == (
            "273 visits are overdue: 56 more than on 31 Mar 2023."
        )


def test_a_flow_from_another_day_is_worked_out(demo_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    slides = ("[[slide]]", 'kind = "flow"', "baseline = 2023-03-31")
    path.write_text("\n".join((HEAD.replace("inspection", "none"), *slides)), encoding="utf-8")
    read = read_deck(path)
    with closing(open_database(str(demo_database))) as database:
        stage = Stage(whole_board(database, selected(database, read.deck)))
        (slide,) = good(read, stage).slides
        assert drawn(slide, stage.board_of(slide), 80, 24).sentence == (
            "Overdue visits rose from 217 to 273; 18 were cleared without a visit."
        )


def test_the_command_line_goes_before_the_deck(demo_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    path.write_text(one('kind = "title"'), encoding="utf-8")
    deck = read_deck(path).deck
    with closing(open_database(str(demo_database))) as database:
        assert selected(database, deck).day == date(2024, 1, 17)
        assert selected(database, deck, as_at=date(2023, 3, 31)).baseline is None
        assert selected(database, deck, "Sampleshire").force.name == "Sampleshire"


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (b"\xff\xfe", "the deck is not UTF-8 text."),
        (b"deck = ", "the deck is not TOML"),
        (b"deck = 1", "there is no slide"),
        (b"deck = 1\nslide = 3", "slide is no list of slides"),
        (b"deck = true\n[[slide]]\nkind = 'title'", "the file does not say deck = 1"),
    ],
)
def test_a_file_that_is_no_deck_says_why(tmp_path: Path, given: bytes, fault: str) -> None:
    path = tmp_path / "deck.toml"
    path.write_bytes(given)
    (first, *_) = read_deck(path).faults
    assert first.text.startswith(fault)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    (fault,) = read_deck(tmp_path / "none.toml").faults
    assert fault.text == "the deck cannot be read: No such file or directory."


@pytest.mark.parametrize(
    ("make", "what"), [(os.mkfifo, "a pipe"), (os.mkdir, "a folder"), (device, "a device")]
)
def test_what_is_no_file_is_not_waited_for(
    tmp_path: Path, make: Callable[[Path], None], what: str
) -> None:
    make(tmp_path / "deck.toml")
    (fault,) = read_deck(tmp_path / "deck.toml").faults
    assert fault.text == f"the deck is {what}: write it to a file, and name that."
