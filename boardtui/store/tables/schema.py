"""The version of the tables, apart from them so that reading need not import them."""

SCHEMA_VERSION = 3
"""Raised with each change of the tables that an older boardtui could misread."""
