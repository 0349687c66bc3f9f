"""Measured figures of boardtui, as ratios in one run against references: `python -m bench`."""
