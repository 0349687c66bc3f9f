"""The screen of a figure over months."""
