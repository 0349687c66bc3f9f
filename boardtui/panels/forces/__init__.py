"""Forces side by side: a funnel as a picture, sentences, and tables in no order of rank."""
