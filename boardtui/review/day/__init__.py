"""The day that is looked at, beside its baseline, figure by figure."""
