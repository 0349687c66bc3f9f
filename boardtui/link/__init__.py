"""What a show says to the notes that follow it: over a local socket, to the same user alone."""
