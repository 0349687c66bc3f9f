"""The screens beside the board: what changed, and the inspections."""
