"""A paper made from a board: each section from the figures that its panel shows."""
