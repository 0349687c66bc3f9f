"""Forces side by side: a funnel of limits about what they have in common, and no ranks."""
