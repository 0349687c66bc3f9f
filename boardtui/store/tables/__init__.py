"""The tables, their version, and their indexes."""
