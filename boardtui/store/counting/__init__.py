"""Counting records: criteria as SQL or over columns, and figures from them."""
