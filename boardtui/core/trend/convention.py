"""The convention that control charts follow here, and its constants.

NHS England's Making Data Count draws XmR charts so; its rules are written down in the R package
NHSRplotthedots 0.2.2 (https://nhs-r-community.github.io/NHSRplotthedots/), which this follows:
the mean of the base, limits at 2.66 times the mean moving range, moving ranges from 3.267 times
their mean on left out once, and four rules of what is not chance. Where that package expects
months without gaps, a gap ends what goes on "in a row" here, and no moving range is taken over it.
"""

from __future__ import annotations

from typing import Final

CONVENTION: Final = "NHS England, Making Data Count (XmR)"

LIMIT: Final = 2.66
"""Limits lie so many mean moving ranges from the mean: 3 ÷ 1.128."""

SCREEN: Final = 3.267
"""A moving range of so many times their mean is left out of it, once."""

NEAR: Final = 2 / 3
"""The part of the way from the mean to a limit beyond which a point is near that limit."""

LEAST: Final = 12
"""The fewest points that limits are taken from; with fewer it is too few to say."""

IN_A_ROW: Final = 7
"""Points on one side of the mean that are a shift, and points each beyond the last: a trend."""
