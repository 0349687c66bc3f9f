"""The words of the board: figures, measures, comparison and flow, as pure values.

Nothing here reads a file, a database, a screen or the clock; the day is always an argument.
"""
