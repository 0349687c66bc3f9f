"""Find: any figure, day, case or action from a few words in any order."""

from boardtui.review.find.answer import Answer, Found
from boardtui.review.find.asker import Asker
from boardtui.review.find.asking import ask, read_names
from boardtui.review.find.finder import Finder
from boardtui.review.find.target import (
    ActionTarget,
    CaseTarget,
    DayTarget,
    FigureTarget,
    Target,
    named,
)

__all__ = [
    "ActionTarget",
    "Answer",
    "Asker",
    "CaseTarget",
    "DayTarget",
    "FigureTarget",
    "Finder",
    "Found",
    "Target",
    "ask",
    "named",
    "read_names",
]
