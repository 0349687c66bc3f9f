"""Slides: one message each, drawn as text; what a kind of slide says and how, a module each."""
