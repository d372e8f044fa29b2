"""The documentation is that of the program: commands as they are, pictures that exist."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from woozle.report.live.pages import LISTS, ROWS

DOCS = Path(__file__).parents[1] / "docs"
PICTURE = re.compile(r"(?:!\[[^\]]+\]\(|<img [^>]*src=\")((?:docs/|\.\./)pictures/[^)\"]+)")


def pictures() -> ModuleType:
    """The command that makes them."""
    spec = importlib.util.spec_from_file_location("make_pictures", DOCS / "make_pictures.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    # A frozen class looks for its own module.
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def test_the_page_of_commands_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(DOCS / "make_commands.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_view_has_its_picture() -> None:
    """A page that is new has a line in ``VIEWS`` of docs/make_pictures.py."""
    photographed = {address.strip("/").partition("/")[0].partition("?")[0] for address in pictures().VIEWS.values()}
    assert {*LISTS, *ROWS, "bytes"} <= photographed


def test_readme_and_guide_show_the_pictures_that_are_made_and_no_other() -> None:
    pages = [DOCS.parent / "README.md", *(DOCS / "guide").glob("*.md")]
    shown = {(page.parent / found).resolve() for page in pages for found in PICTURE.findall(page.read_text("utf-8"))}
    kept = {DOCS / "pictures" / f"{view}-{look}.png" for view, look in pictures().KEPT}
    assert shown == kept == set((DOCS / "pictures").iterdir())
    assert sum(picture.stat().st_size for picture in kept) < 2_000_000
