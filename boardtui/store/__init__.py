"""The store: where snapshots, their records and figures are kept, and how they are read."""
