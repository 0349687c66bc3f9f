"""What asks over a screen: choosing, reading, writing, finding."""
