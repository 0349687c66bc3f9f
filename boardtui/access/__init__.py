"""The access log: who looked at what, a line for each thing. Imported only where one is set."""
