"""Moving snapshots from one database to another, as they are, with their seals."""
