"""A trend as a picture, as sentences and as a table: what its screen says, for any width."""
