"""Forces side by side: one measure of all of them, on the days nearest to one."""
