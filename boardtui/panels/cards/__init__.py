"""Cards: one number large, its base, its change, a picture, and as many parts as fit."""
