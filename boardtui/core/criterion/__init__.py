"""Criteria on a case, the dimensions that cases are told apart by, and what overdue means."""
