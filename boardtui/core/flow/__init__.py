"""The flow of a backlog between two days: its parts, its counts, and its slices."""
