"""Keys: those of every screen, a user's own, and how they are told."""
