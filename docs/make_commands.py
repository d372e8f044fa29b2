"""Writes ``docs/guide/commands.md`` from the help of every command: ``python docs/make_commands.py [--check]``."""

import contextlib
import io
import os
import sys
from pathlib import Path

from woozle.cli import main
from woozle.cli.app import VERBS

PAGE = Path(__file__).parent / "guide" / "commands.md"
HEAD = """# Commands

Written from the program's own help by `docs/make_commands.py`. Data goes to standard output, progress and messages to
standard error; every command takes `--json` and then writes one object with `"ok"`.

| exit code | means |
|---|---|
| 0 | done |
| 1 | failed: the message says what was expected, what came, and what to do |
| 2 | the call is wrong |
| 3 | done, but some inputs could not be read; they are listed |
| 4 | something does not hold: a hash, a span, a count |
| 5 | another process holds the case |
| 130 | interrupted; the same command goes on |
"""


def text_of(*words: str) -> str:
    """What a call prints, at a width of 100 columns."""
    os.environ["COLUMNS"], os.environ["TERMINAL_WIDTH"] = "100", "100"
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(words)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().splitlines())


def page() -> str:
    """The whole page."""
    parts = [HEAD, f"## woozle\n\n```\n{text_of('--help')}\n```\n"]
    parts += [f"## woozle {verb[0]}\n\n```\n{text_of(verb[0], '--help')}\n```\n" for verb in VERBS]
    return "\n".join(parts)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text("utf-8") == page() else f"{PAGE} is not current: python docs/make_commands.py")
    PAGE.write_text(page(), "utf-8")
