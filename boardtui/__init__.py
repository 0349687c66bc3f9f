"""boardtui: a force's overdue visits and assessments, beside the last inspection."""

__version__ = "0.1.0"
