"""Who is shown what: the audiences, what is closed to each, and which counts are hidden."""
