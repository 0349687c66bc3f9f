"""What is written, copied or printed of what is looked at: text, CSV and JSON."""
