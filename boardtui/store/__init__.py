"""The store: where snapshots, their records and figures are kept, and how they are read."""

SCHEMA_VERSION = 3
"""Of the tables; raised with each change of them that an older boardtui could misread.

It stands apart from them, so that reading need not import them.
"""
