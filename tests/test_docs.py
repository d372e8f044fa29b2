"""The documentation is that of the program: commands as they are, pictures that exist."""

import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_of_commands_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(DOCS / "make_commands.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
