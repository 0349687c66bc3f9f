"""Lists of cases, and one case."""
