"""CSV files: found to be text, in which encoding and with what between their fields, and read."""
