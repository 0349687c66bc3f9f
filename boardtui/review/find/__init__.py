"""Find: any figure, day, case or action from a few words in any order."""

from boardtui.review.find.answer import Answer, Found
from boardtui.review.find.asker import Asker
from boardtui.review.find.asking import ask, read_names
from boardtui.review.find.finder import Finder
from boardtui.review.find.target import (
    ActionTarget,
    ByTarget,
    CaseTarget,
    DayTarget,
    FigureTarget,
    PartTarget,
    Target,
    named,
)

__all__ = [
    "ActionTarget",
    "Answer",
    "Asker",
    "ByTarget",
    "CaseTarget",
    "DayTarget",
    "FigureTarget",
    "Finder",
    "Found",
    "PartTarget",
    "Target",
    "ask",
    "named",
    "read_names",
]
