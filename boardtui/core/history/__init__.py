"""A case as it was recorded, on one day and from day to day."""
