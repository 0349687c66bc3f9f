"""Comparing two figures: the difference, whether they can be compared, and chance."""
