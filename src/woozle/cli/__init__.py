"""The command line: verbs over a case. Every failure ends in one clear message and an exit code, not in a traceback."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import typer

from woozle.cli.app import VERBS, build
from woozle.cli.output import fail
from woozle.errors import WoozleError

#: Exit code of a call that Ctrl-C ended.
INTERRUPTED = 130
STOPPED = "interrupted; what is whole is kept, and the same command goes on"


def _words(words: Sequence[str]) -> list[str]:
    """The words of a call; ``woozle CASE`` means ``woozle status CASE``, and no word asks for help."""
    if not words:
        return ["--help"]
    known = {verb[0] for verb in VERBS}
    if words[0] not in known and not words[0].startswith("-") and (Path(words[0]) / "woozle.toml").is_file():
        return ["status", *words]
    return list(words)


def _call(words: list[str]) -> int:
    try:
        code = build()(words, prog_name="woozle", standalone_mode=False)
        # Typer turns Ctrl-C into a silent exit code; whoever pressed it wants to know what is left.
        if code == INTERRUPTED:
            return fail(STOPPED, INTERRUPTED, is_json="--json" in words)
        return code if isinstance(code, int) else 0
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        hint = f"\n{context.get_usage()}\nhelp: {context.command_path} --help" if context else ""
        message = getattr(error, "format_message", error.__str__)()
        code = getattr(error, "exit_code", 1)
        return fail(message + ("" if "--json" in words else hint), code, is_json="--json" in words)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call.

    Args:
        argv: the words after ``woozle``; by default those of this process.

    Returns:
        The exit code: 0 done, 1 failed, 2 bad usage, 3 partly read, 4 not whole, 5 locked, 130 interrupted.
    """
    words = _words(sys.argv[1:] if argv is None else argv)
    is_json = "--json" in words
    try:
        return _call(words)
    except (KeyboardInterrupt, typer.Abort):
        return fail(STOPPED, INTERRUPTED, is_json=is_json)
    except WoozleError as error:
        return fail(str(error), error.exit_code, is_json=is_json)
    except BrokenPipeError:
        # Whoever read the output has left (`| head`); Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        name = f": {error.filename}" if error.filename else ""
        return fail(f"{error.strerror or error}{name}", 1, is_json=is_json)
    except Exception as error:  # noqa: BLE001 - the last net: a user gets a sentence, a developer asks for more
        if os.environ.get("WOOZLE_TRACEBACK"):
            traceback.print_exc()
        message = (
            f"a fault of Woozle's own ({type(error).__name__}: {error}); please report it, with the output of the "
        )
        return fail(f"{message}same command after: export WOOZLE_TRACEBACK=1", 1, is_json=is_json)
