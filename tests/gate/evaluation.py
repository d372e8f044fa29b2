"""Finds the evaluation data: texts and truths that may not be shipped.

They lie in a folder beside the checkout, or where the environment says. Whoever has none of them can build, test
and use Woozle all the same.
"""

import os
from pathlib import Path

#: The environment variable that names the folder, where it does not stand beside the checkout.
VARIABLE = "WOOZLE_SHARED"
MISSING = f"the evaluation data is not here: set {VARIABLE} to its folder to measure quality against it"


def folder() -> Path | None:
    """The folder of the evaluation data; None where there is none."""
    named = os.environ.get(VARIABLE)
    path = Path(named) if named else Path(__file__).resolve().parents[2].parent / "shared"
    return path if (path / "eval" / "times.py").is_file() else None
