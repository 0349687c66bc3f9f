"""A figure over many months: which months there are, and what may be said of how they vary."""
