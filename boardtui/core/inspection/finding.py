"""Which measures speak to what an inspection found, by the words of the finding.

A measure declares phrases (`Measure.speaks_of`). A phrase is found where one sentence of a finding
has all of its words, in any order and whatever stands between them. Capitals make no difference,
and a plural counts as its singular. A word with a minus before it must not be in the sentence:
"missing offenders -children". Sentences end at a full stop, a semicolon, a colon and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from boardtui.core.measures.measure import Measure

SENTENCE_END = re.compile(r"[;:?!()\[\]\n]|\.(?=\s|$)")
WORD = re.compile(r"[^\W_]+")


class Spoken(Struct, frozen=True):
    """A measure that speaks to a finding, and the words of the finding that say so, in order."""

    measure: Measure
    words: tuple[str, ...]


def spoken_of(finding: str, measures: Iterable[Measure]) -> list[Spoken]:
    """The measures that speak to a finding, in their own order."""
    sentences = [sentence for sentence in SENTENCE_END.split(finding) if sentence.strip()]
    found = []
    for measure in measures:
        words = next(_matching(measure.speaks_of, sentences), None)
        if words is not None:
            found.append(Spoken(measure, words))
    return found


def _matching(phrases: Iterable[str], sentences: list[str]) -> Iterator[tuple[str, ...]]:
    for phrase in phrases:
        for sentence in sentences:
            words = words_said(phrase, sentence)
            if words:
                yield words


def words_said(phrase: str, sentence: str) -> tuple[str, ...]:
    """The words of a sentence that a phrase is found by; none where it is not."""
    said: dict[str, str] = {}
    for word in WORD.findall(sentence):
        said.setdefault(stem(word), word)
    needed = {stem(word) for word in phrase.split() if not word.startswith("-")}
    barred = {stem(word[1:]) for word in phrase.split() if word.startswith("-")}
    if not needed <= said.keys() or barred & said.keys():
        return ()
    return tuple(word for key, word in said.items() if key in needed)


def stem(word: str) -> str:
    """A word without case, and without the ending of a plural: "Assessments" is "assessment".

    No other ending is taken off: "missed" visits are not "missing" people.
    """
    folded = word.casefold()
    if folded == "children":
        return "child"
    if len(folded) > 4 and folded.endswith("ies"):
        return f"{folded[:-3]}y"
    if len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        return folded[:-1]
    return folded
