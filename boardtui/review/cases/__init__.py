"""Which cases stand behind a figure, or behind a part of a flow."""
