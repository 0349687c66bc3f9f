"""The pages beside the board."""
