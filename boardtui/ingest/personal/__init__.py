"""Personal data in extract files: looked for, and refused."""
