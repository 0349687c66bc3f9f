"""Inspections: what was found, by when to answer, and which measures speak to it."""
