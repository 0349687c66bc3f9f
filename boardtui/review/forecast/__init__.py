"""Forecasts of a force's backlog: what is known on a day, what comes of it, and how good it is."""
