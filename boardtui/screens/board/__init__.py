"""The board, and the work behind it."""
