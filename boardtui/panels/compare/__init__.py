"""The page of comparison: then and now side by side, and what may be concluded."""
