"""What a forecast reads: who is owed what by when, who came and went, and visits month by month."""
