"""Inspections of a force, and the figures that speak to their findings."""
