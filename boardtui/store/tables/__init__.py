"""The tables and their indexes."""
