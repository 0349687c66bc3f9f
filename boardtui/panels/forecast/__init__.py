"""The months ahead as a picture, as sentences and as tables, for any width of a screen."""
