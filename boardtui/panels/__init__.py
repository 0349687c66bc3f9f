"""The panels of the board: pure text from figures, which any screen can draw."""
