"""What sheets over a screen say: plain text, laid out for a width."""
