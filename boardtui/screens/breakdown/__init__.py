"""A figure by one dimension, or by two."""
