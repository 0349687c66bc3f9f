"""Showing: one message a screen, and the answer to any question between two of them."""
