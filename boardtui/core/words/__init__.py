"""Words: numbers, days and names as a reader sees them, and as a terminal may show them."""
