"""Forgetting: records removed from what is stored, by the rules of retention; figures stay."""
