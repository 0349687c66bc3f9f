"""Lists of cases, page by page, and all that is held of one person."""
