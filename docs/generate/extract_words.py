"""What docs/extract-format.md says that no declaration does."""

INTRODUCTION = """
What boardtui reads. A snapshot is one day of one force: a cases file, and with it, where there
are such, files of visits, officers and leavers. Published figures and inspections come in files
of their own, in which force and day stand in each row.
"""

FORMATS = (
    "The first row names the columns, as below. Their order is free, and columns that are not "
    "required may be absent.",
    "CSV: UTF-8, with or without a byte-order mark. A file that is not UTF-8 is read as "
    "Windows-1252, and the report says so.",
    "Spreadsheets, by the end of the file's name ({suffixes}): the first sheet is read. One that "
    "is locked by a password, and the old XLS, are refused.",
    "A force's own column names are put to these names under `[extract.columns]` in the "
    "[settings](settings.md).",
    "A column that is not known is refused by its name, since it may identify a person, unless it "
    "is listed under `ignore` in the section `[extract]` of the settings; then it is never read.",
    "Rows in which nothing is filled in are passed over.",
)

RULES = (
    "Blank means not recorded.",
    "Text is kept as it is written, without the white space at its ends; `00123`, `NA`, `null`, "
    "`1e5` and `=1+1` are text. Control characters, and those that change the direction of "
    "writing, are refused.",
    "Listed values: capitals, and whether words are joined by a space, a hyphen or an underscore, "
    'make no difference ("Very High" is `very_high`).',
    "Dates: `2024-01-17`, with or without a midnight time; `17/01/2024`; a spreadsheet's date "
    "cell. Nothing else: no two-digit years, no serial numbers, never the month first.",
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
    ("figures", "value"): "The figure as it was said, all its digits. Only a difference "
    "or a growth can be below 0.",
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
    "a required column is absent, a column is there twice, has no name or is not known;",
    "a cases file without a row.",
)

FAULTS_OF_ROWS = """
These are faults of a row: a required value that is blank; a value that its column does not take, as
above; two rows with the same `case_ref` (of officers, the same `officer_ref`); more or fewer fields
than the header has.
"""

REJECTS = """
With `--rejects FILE` the good rows are stored all the same, and the faults are written to FILE as
CSV with the columns {columns}. Every copy of a duplicate is bad. The board then says how many rows
were left out.
"""

DOUBTS = """
These are odd and no faults. The rows are stored, and the warnings with them:
"""

WARNINGS = (
    "`last_visit` is before `registered_on`;",
    "`last_assessment` is before `registered_on`;",
    "an officer has no row in the officers file, so that their posts are unknown;",
    "a leaver is still in the cases;",
    "a leaver is of an unknown person, not in the snapshot before;",
    "a visit is of an unknown person.",
)

STORED = """
All of an ingest is stored, or nothing: one that fails or is killed leaves the database as it was.
The same force and day twice is refused, unless `--replace` is given. A published figure that is
equal in all columns is stored once. Snapshots may come in any order; what depends on an earlier
one is then computed again.
"""
