"""A paper written: as PDF, as HTML, and as a workbook, all of the same document."""
