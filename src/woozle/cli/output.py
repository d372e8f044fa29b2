"""Where words go: data to standard output, messages to standard error, and one JSON object where it is asked for."""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import typer

Json = Annotated[bool, typer.Option("--json", help="Write one JSON object to standard output.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no messages.")]
CasePath = Annotated[str, typer.Argument(metavar="CASE", help="The case folder.", show_default=False)]


#: Characters that steer a terminal, or turn the order of what follows. Reports and file names may hold them.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _number(found: re.Match[str]) -> str:
    """A character as its number, in the form that JSON reads back as the character."""
    return f"\\u{ord(found[0]):04x}"


def harmless(text: str) -> str:
    """The text with characters that steer a terminal written as numbers."""
    return STEERING.sub(_number, text)


def write(text: str, file: Any) -> None:
    """Write a line, whatever the terminal's encoding can show; the rest is written as numbers."""
    write_as_is(harmless(text), file)


def write_as_is(line: str, file: Any) -> None:
    """`write` for a line that was made harmless, and steers the terminal itself where it does."""
    try:
        _put(line, file)
        file.flush()
    except BrokenPipeError:
        # Whoever read the output has left (`| head`): the rest is for nobody, and no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), file.fileno())


def _put(line: str, file: Any) -> None:
    try:
        file.write(f"{line}\n")
    except UnicodeEncodeError:
        known = file.encoding or "ascii"
        file.write(line.encode(known, "backslashreplace").decode(known) + "\n")


@dataclass(frozen=True, slots=True)
class Out:
    """How one call speaks."""

    is_json: bool
    is_quiet: bool = False

    def data(self, lines: Iterable[str]) -> None:
        """The answer in plain text; nothing where JSON was asked for."""
        if not self.is_json:
            for line in lines:
                write(line, sys.stdout)

    def drawn(self, lines: Iterable[str]) -> None:
        """As `data`, for lines that are harmless already and may hold colours."""
        if not self.is_json:
            for line in lines:
                write_as_is(line, sys.stdout)

    def note(self, text: str) -> None:
        """A message for whoever watches."""
        if not self.is_quiet:
            write(text, sys.stderr)

    def warn(self, text: str) -> None:
        """A message that even a quiet call gives: something was not read."""
        if not self.is_json:
            write(text, sys.stderr)

    def done(self, value: Mapping[str, Any]) -> None:
        """The answer as one JSON object, where it was asked for."""
        if self.is_json:
            write(json.dumps({"ok": True, **value}, ensure_ascii=False), sys.stdout)


def fail(message: str, code: int, *, is_json: bool) -> int:
    """Say what went wrong, and give the exit code back."""
    if is_json:
        write(json.dumps({"ok": False, "error": message, "exit_code": code}, ensure_ascii=False), sys.stdout)
    else:
        write(f"woozle: {message}", sys.stderr)
    return code


def listed(names: Iterable[str], most: int = 10) -> list[str]:
    """Names, one a line and indented; beyond `most` only their number."""
    found = [name.replace("\n", "\\n") for name in names]
    more = [f"  … and {len(found) - most} more"] if len(found) > most else []
    return [*(f"  {name}" for name in found[:most]), *more]


def examples(*lines: str) -> str:
    """The end of a help text: examples, each on its own line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
