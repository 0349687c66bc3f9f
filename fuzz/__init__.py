"""Damaged inputs in great number: what boardtui must refuse in a sentence, or take rightly."""
