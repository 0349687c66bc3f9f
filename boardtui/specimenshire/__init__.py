"""Specimenshire: a force that does not exist, and the months of it that a demo is made of."""
