"""What docs/extract-format.md says that no declaration does."""

INTRODUCTION = """
What boardtui reads. A snapshot is one day of one force: a cases file, and with it, where there
are such, files of visits, officers and leavers. Published figures and inspections come in files
of their own, in which force and day stand in each row.
"""

FORMATS = (
    "A row names the columns, as below. Their order is free, and columns that are not required may "
    "be absent.",
    "CSV: the first row names the columns. Fields are separated by commas, semicolons or tabs: "
    "whichever makes columns that are known of the first row; the report says which, where they "
    "are not commas. UTF-8, with or without a byte-order mark; a file that is not is read as "
    "UTF-16 or Windows-1252, with a warning.",
    "Spreadsheets, by the end of the file's name ({suffixes}), are read [as a person sees "
    "them](#how-spreadsheets-are-read). One that is locked by a password, the old XLS and XLSB, a "
    "web page or an XML file by such a name are refused with what to do.",
    "A force's own column names are put to these names under `[extract.columns]` in the "
    "[settings](settings.md).",
    "A column that is not known is refused by its name, since it may identify a person, unless it "
    "is listed under `ignore` in the section `[extract]` of the settings; then it is never read.",
    "What looks like personal data (a name, an address, a date of birth, a telephone number) is "
    "refused, by a column's name or by what is in it: [personal-data.md](personal-data.md) says "
    "what is looked for, and how it is allowed.",
    "Rows in which nothing is filled in, and columns without a name in which nothing is, are "
    "passed over. A column without a name in which something is filled in is refused.",
    "How large a file may be is bounded by `most_rows`, `most_columns` and, for what a spreadsheet "
    "unpacks to, `most_megabytes` in the [settings](settings.md).",
)

SHEETS = (
    "The sheet: the first visible one that has all required columns in one of its first {rows} "
    "rows, which then names the columns; what stands above is passed over. The report names the "
    "sheet. Where others have the same columns, that is a warning. `--sheet cases=NAME` names the "
    "sheet to read, which may be a hidden one.",
    "A cell is what it shows: a number in the format `00000` is `00123`, in `0%` it is 15%, in "
    "`0.0` it has one decimal. Marks between thousands are left out.",
    "A day of which year, month and day are shown is that day, in whichever order; of a day that "
    "is shown in part (Mar-23) that part is read, which no column of dates takes.",
    "An error (`#N/A`) is a fault of its row, and so is a formula that nothing has worked out, a "
    "value that its format hides, a number of more than 15 digits, and a format that cannot be "
    "told: fractions, powers of ten, conditions.",
    "Merged cells are faults of all their rows, but for those above the row that names the "
    "columns.",
    "Hidden rows and columns are read, with a warning.",
)

RULES = (
    "Blank means not recorded.",
    "Text is kept as it is written, without the white space at its ends; `00123`, `NA`, `null`, "
    "`1e5` and `=1+1` are text. Control characters, and those that change the direction of "
    "writing, are refused.",
    "Units: capitals, spaces, forms of Unicode, `&` or `and`, and a `[note 2]` at the end make no "
    "difference. Each is spelt as it was first written in any of the force's files, and the report "
    "says so.",
    "Listed values: capitals, and whether words are joined by a space, a hyphen or an underscore, "
    'make no difference ("Very High" is `very_high`).',
    "Dates: `2024-01-17`, with or without a midnight time; `17/01/2024`; a spreadsheet's date "
    "cell. Nothing else: no two-digit years, no serial numbers, never the month first. A column "
    "that can only have the month first is refused whole.",
)

NOTES = {
    ("cases", "case_ref"): "A pseudonym, the same for the same person in every snapshot.",
    ("cases", "status"): "Where the person is; community is the managed.",
    ("cases", "management"): "Under reactive management no home visits are due.",
    ("cases", "unit"): "A district or team.",
    ("cases", "officer_ref"): "A pseudonym.",
    ("cases", "visit_due"): "When the next visit is due, by the person's own plan.",
    ("cases", "last_visit"): "When the person was last seen on a visit.",
    ("visits", "case_ref"): "May be of a person who is not in the cases: a warning.",
    ("visits", "announced"): "Whether the person knew of the visit beforehand.",
    ("visits", "officers"): "How many officers went.",
    ("visits", "action"): "Whether police action followed.",
    ("officers", "fte"): "The part of a full-time post.",
    ("figures", "measure"): "A measure's name, as in [measures](measures.md).",
    ("figures", "by"): "The dimension that the figure is told apart by; blank for the whole.",
    ("figures", "slice"): "The slice of that dimension; of a known one, one of its values.",
    ("figures", "value"): "The figure as it was said, all its digits; a per cent may end with %. "
    "Only a difference or a growth can be below 0.",
    ("figures", "qualifier"): "How it was said: see [hedges](measures.md#hedges).",
    ("figures", "low"): "The least that it can mean, where that is known better.",
    ("figures", "high"): "The most that it can mean.",
    ("figures", "unit"): "What it counts: one that the measure is in, as below.",
    ("figures", "base"): "What it is a part of, in the words used.",
    ("figures", "as_at_stated"): 'The day as it was stated, such as "March 2023".',
    ("figures", "period_start"): "The first day that it counts over, for a count over a period.",
    ("figures", "publisher"): "Who carried it.",
    ("figures", "address"): "Where it can be read.",
    ("inspections", "published_on"): "This or the next is required.",
    ("inspections", "inspected_on"): "Where given, the inspection's day.",
    ("inspections", "response_due"): "When the commissioner's comments are due.",
}
"""What a column's name does not say, by the kind of file and the column."""

FAULTS = """
Everything that is wrong in any of the files is reported at once, with file, row, column, value and
what was expected; rows are counted as a spreadsheet does, the header being row 1. Nothing is stored
unless everything is valid. These are faults of a whole file, which is then always refused:
"""

FAULTS_OF_FILES = (
    "it is not there, may not be read, or is neither CSV nor a spreadsheet;",
    "a required column is absent, a column is there twice, is not known, or has no name and is "
    "filled in;",
    "a spreadsheet has no visible sheet with the required columns;",
    "it is larger than the settings allow;",
    "a column of dates can only have the month first;",
    "a cases file without a row.",
)

FAULTS_OF_ROWS = """
These are faults of a row: a required value that is blank; a value that its column does not take, as
above; two rows with the same `case_ref` (of officers, the same `officer_ref`); more or fewer fields
than the header has; in a spreadsheet, a cell that shows no value of its own, as above.
"""

REJECTS = """
With `--rejects FILE` the good rows are stored all the same, and the faults are written to FILE as
CSV with the columns {columns}. Every copy of a duplicate is bad. The board then says how many rows
were left out. A list of rejects of an earlier try is written anew; any other file that is there,
and a link, is refused.
"""

DOUBTS = """
These are odd and no faults. The rows are stored, and the warnings with them:
"""

WARNINGS = (
    "a date before 1990, or more than ten years after the snapshot's day (`earliest_year` and "
    "`years_ahead` in the [settings](settings.md)), such as 1900 or 9999 for no date;",
    "`last_visit` is before `registered_on`;",
    "`last_assessment` is before `registered_on`;",
    "an officer has no row in the officers file, so that their posts are unknown;",
    "a leaver is still in the cases;",
    "a leaver is of an unknown person, not in the snapshot before;",
    "a visit is of an unknown person;",
    "a visit is listed again: the same person, day and outcome (each row counts all the same);",
    "a person was seen, by the visits file, later than their `last_visit`, or has none (the later "
    "day counts);",
    "the visits file ends before the snapshot's month, so that months are not in it;",
    "fewer than half of the references of the smaller register are in both of two snapshots, or "
    "references differ by leading zeros alone, which spreadsheets take away;",
    "a file, other than of officers, is the same as for another day, or the cases are, row by row;",
    "units or officers are new since the snapshot before, counted;",
    "a file is not UTF-8;",
    "other sheets have the same columns as the one that was read;",
    "a sheet that was read, or rows or columns of it, are hidden.",
)

KEPT_WARNINGS = """
Each kind is told once, with its count and its first row: in the report of the ingest, by
`boardtui snapshots DATABASE --warnings`, and on the board by `!`. What takes two snapshots to be
odd is told of the later one, whichever was taken in first. Where single cases are closed, rows and
values are not told.
"""

STORED = """
All of an ingest is stored, or nothing: one that fails or is killed leaves the database as it was.
The same force and day twice is refused, unless `--replace` is given. A published figure that is
equal in all columns is stored once. Snapshots may come in any order; what depends on an earlier
one is then computed again.
"""
