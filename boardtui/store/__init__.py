"""The store: where snapshots, their records and figures are kept, and how they are read."""

SCHEMA_VERSION = 3
"""Of the tables; raised with each change of them that an older boardtui could misread.

It stands apart from them, so that reading need not import them.
"""

OLDEST_READ = 1
"""The oldest version that is read: see `boardtui.store.connection.older`."""

COUNTED_AS_NOW = 2
"""The first version whose figures were counted as they are today."""

OLDER = "not counted by the boardtui that stored it: boardtui upgrade counts it"
"""Why a figure is not known that an older boardtui counted otherwise, or not at all."""
