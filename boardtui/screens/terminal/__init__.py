"""The terminal: what it sends, what it shows, and how the app ends with it."""
