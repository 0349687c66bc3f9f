"""The board paper: one document, made from a board, and written as PDF, HTML or a workbook."""
