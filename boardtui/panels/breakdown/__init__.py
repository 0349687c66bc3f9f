"""A figure by one dimension, or by two, as plain text: its statement, table, and what is under."""
