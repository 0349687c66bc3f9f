"""A figure over the months of a force: which numbers there are, and what may be said of them."""
