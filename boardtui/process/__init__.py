"""The process itself: the signals that end it, and the files that it makes."""
