"""Connections: what reading needs of a database, and how one is opened."""
