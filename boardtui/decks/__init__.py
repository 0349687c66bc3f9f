"""Decks: slides in order, read from a file, checked against a board, or made from what is there."""
