"""Inspections: what was found, by when to answer it, and which figures speak to it."""
