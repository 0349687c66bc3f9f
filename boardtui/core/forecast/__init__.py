"""The months ahead of a backlog: what is owed, at which rates it is done, and how good that is."""
