"""What leaves the office: a database without records, of which nobody can be worked out."""
