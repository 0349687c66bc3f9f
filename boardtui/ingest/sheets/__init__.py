"""Spreadsheets as a person sees them: XLSX and ODS files, read cell by cell from their XML.

Libraries that read spreadsheets give values alone. What a person sees beside them decides here: an
error, a formula that nothing has worked out, cells that are merged, a sheet or a row that is
hidden, and a format in which 123 is 00123 and 0.15 is 15%. So the XML is read here, as a stream.
"""
