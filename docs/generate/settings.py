"""docs/settings.md, from the declared settings."""

from __future__ import annotations

from pathlib import Path

from boardtui.settings import Settings
from boardtui.settings.faults import toml_text
from boardtui.settings.layers import FORMAT
from boardtui.settings.setting import Setting, every_setting
from docs.generate.markdown import assembled, block, code, items, prose, sentence, table

WHERE = f"""
boardtui works without a settings file. To change a setting, copy the repository's
[config.toml](../config.toml), which holds every setting with its default, and change that line.
The file's first line, `boardtui = {FORMAT}`, marks it as boardtui's and must stay. Settings that
are not known are refused, with the nearest name.
"""

FILES = (
    "the file named by `--config FILE`;",
    "else the file named by the environment variable `BOARDTUI_CONFIG`;",
    f"else `config.toml` in the folder that boardtui is started in, if it begins with "
    f"`boardtui = {FORMAT}`;",
    "else your own, whose place `boardtui config show` names;",
    "else none: the defaults.",
)

ORDER = """
For one setting, the environment wins over the file, and the file over the default. In a variable,
the items of a list are separated by commas (`BOARDTUI_OVERDUE_BANDS=28,84`), and names with their
texts as in `BOARDTUI_EXTRACT_COLUMNS="Nominal number=case_ref,Grade=risk_level"`.

A [restricted board](ssh.md) looks at the file of `--config` alone, named by its whole path, and at
no variable: without that file it has the defaults.
"""

CHANGED = """
A change of what counts as overdue reaches figures that are stored already: the board, `figures` and
`flow` compute them again from the records, in memory, and say so. The database stays as it is.
Published figures are not affected.
"""


def page(database: Path) -> str:
    """The page."""
    settings = Settings()
    declared = list(every_setting(settings))
    blocks = ["# Settings", prose(WHERE), "One file is read, the first of these:", items(FILES)]
    blocks += [prose(ORDER), "To see what is in force, and from where; and to check a file:"]
    blocks.append(block("sh", "boardtui config show\nboardtui config validate"))
    for section in settings.__struct_fields__:
        about = getattr(settings, section).__doc__
        mine = [setting for setting in declared if setting.section == section]
        blocks += [f"## [{section}]", sentence(about), table(HEADER, map(_row, mine))]
    return assembled(*blocks, "## Figures that are stored already", prose(CHANGED))


HEADER = ("setting", "default", "may be", "what it does", "variable")


def _row(setting: Setting) -> list[str]:
    return [
        code(setting.name),
        code(toml_text(setting.default)),
        setting.kind.expected,
        setting.help,
        code(setting.variable),
    ]
