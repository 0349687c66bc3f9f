"""Figures: a value with its hedge, its share of a base, and whether several agree."""
