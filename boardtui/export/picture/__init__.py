"""What is on a screen as a picture: SVG, and PNG made of it."""
