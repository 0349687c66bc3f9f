"""What is held: snapshots, their files, figures, inspections, and names."""
