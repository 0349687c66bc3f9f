"""The keys of a show, a clicker's among them. Each has an id, by which users give it keys."""

from textual.binding import Binding, BindingType

from boardtui.screens.keys.ways import CHANGES


def of_all(screen: str) -> list[BindingType]:
    """What works on slides and on answers alike; `screen` begins the ids."""
    told = (
        ("slash", "app.find", "question", "question", "Answer a question by its words"),
        ("d", "define", "define", "define", "Definition, base and source of what is shown"),
        ("b,full_stop", "blank('black')", "black", "black", "A black screen, until any key"),
        ("w", "blank('white')", "white", "white", "A white screen, until any key"),
    )
    return [
        *(
            Binding(key, action, word, id=f"{screen}.{name}", tooltip=tooltip)
            for key, action, word, name, tooltip in told
        ),
        *(way for way in CHANGES if way.id == "theme"),
        Binding("question_mark", "help", "keys", id=f"{screen}.help", tooltip="List the keys"),
    ]


NEXT, PREVIOUS = "space,right,down,pagedown", "left,up,pageup,backspace"

SHOW_KEYS: list[BindingType] = [
    Binding(NEXT, "next", "next", id="show.next", tooltip="The next part or slide"),
    Binding(PREVIOUS, "previous", "before", id="show.previous", tooltip="The part or slide before"),
    Binding(
        "enter",
        "enter",
        "next, or the slide typed",
        id="show.enter",
        tooltip="The slide whose number was typed; without one, the next",
    ),
    Binding("home", "end(0)", "first", id="show.home", tooltip="First slide"),
    Binding("end", "end(1)", "last", id="show.end", tooltip="Last slide"),
    Binding("o", "slides", "all slides", id="show.slides", tooltip="All slides in a list"),
    *of_all("show"),
    Binding("m", "minutes", "minutes", id="show.minutes", tooltip="The minutes since the start"),
    *(
        Binding(
            str(digit),
            f"type({digit})",
            f"digit {digit}",
            show=False,
            id=f"show.digit{digit}",
            tooltip="The number of a slide, then enter",
        )
        for digit in range(10)
    ),
    Binding("escape,q", "back", "leave", id="show.back", tooltip="Leave the show"),
]

ANSWER_KEYS: list[BindingType] = [
    Binding(
        f"{NEXT},enter", "next", "more", id="answer.next", tooltip="More of it, then the slide"
    ),
    Binding(PREVIOUS, "previous", "before", id="answer.previous", tooltip="What came before it"),
    Binding(
        "c",
        "cases",
        "cases",
        id="answer.cases",
        tooltip="The cases behind it, where the show was started with them",
    ),
    *of_all("answer"),
    Binding("escape,q", "back", "slide", id="answer.back", tooltip="Back to the slide"),
]
