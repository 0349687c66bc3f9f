"""The screens: what panels and reviews say, drawn with Textual, and the keys that lead around."""
