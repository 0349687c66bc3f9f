"""How figures are found that speak to an inspection's finding, for docs/measures.md."""

from __future__ import annotations

from boardtui.core.inspection.response import RESPONSE_DAYS, RESPONSE_LAW_FROM
from boardtui.core.measures import MEASURES
from boardtui.core.words.days import day_text
from docs.generate.markdown import code, prose, table

RULE = """
Which figures speak to what an inspection found is chosen by the words of the finding, and the words
are shown. A phrase of those below is found where one sentence has all of its words, in any order
and whatever stands between them; a full stop, a semicolon, a colon and brackets end a sentence.
Capitals make no difference, and a plural counts as its singular. A word with a minus before it must
not be there. That a figure speaks to a finding does not say that the finding is answered.
"""

RESPONSE = f"""
The commissioner's comments on a report are due by the day that was stated for them. Without one, it
is the last of the {RESPONSE_DAYS} days that begin with the day of publication (Police Act 1996
s.55(5A)); a report published before {day_text(RESPONSE_LAW_FROM)}, when that became law, had no
such day. Where the stated day is not that of the law, both are shown. Whether comments were
published is not recorded.
"""


def blocks() -> list[str]:
    """The section."""
    rows = [
        (code(measure.name), "; ".join(measure.speaks_of))
        for measure in MEASURES.values()
        if measure.speaks_of
    ]
    speaks = table(("measure", "phrases"), rows)
    return ["## Findings of inspections", prose(RULE), speaks, prose(RESPONSE)]
