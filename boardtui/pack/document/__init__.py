"""What a paper says, as plain data: no board, no database, no file format."""
