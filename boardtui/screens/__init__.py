"""The screens, drawn with Textual, and the keys that lead around."""
