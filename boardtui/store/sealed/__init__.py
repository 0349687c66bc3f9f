"""Seals: what was stored as digests, a chain of them, and whether both still hold."""
