"""How hard the property tests look: HYPOTHESIS_PROFILE=long looks longer, as `make fuzz` does."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadline: the first example pays for the imports.
settings.register_profile("short", max_examples=25, deadline=None)
settings.register_profile("long", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
