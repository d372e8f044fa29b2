"""The script that sets up and runs: it says how it is used, and refuses what it does not know."""

import ast
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "dev.py"


def test_without_a_known_word_it_says_how_it_is_used() -> None:
    for words in ([], ["unknown"], ["--help"]):
        done = subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "dev.py demo" in done.stderr
        assert done.stdout == ""


def test_an_old_python_can_read_it_far_enough_to_be_told() -> None:
    """Syntax newer than Python 3.8 would end in a SyntaxError before the check of the version."""
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))
