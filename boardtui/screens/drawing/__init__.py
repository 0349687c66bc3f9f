"""What screens are drawn with: the palette, tables, and painting once."""
