"""What a figure is, in words: its definition, base and source, and what else was said."""
