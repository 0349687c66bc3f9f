"""Sealing: digests of what an ingest stores, and their entries in the chain."""
