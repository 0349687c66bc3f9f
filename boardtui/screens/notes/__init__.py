"""Notes for whoever speaks, in a second terminal that follows a show."""
