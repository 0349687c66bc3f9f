"""Flows between two snapshots, from pairs of records or as stored."""
