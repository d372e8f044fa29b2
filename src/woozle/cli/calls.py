"""One call: which verb its words mean, and an exit code whatever happens in it."""

import os
import traceback
from collections.abc import Sequence
from pathlib import Path

import typer

from woozle.cli.app import VERBS, build
from woozle.cli.faults import INTERRUPTED, told
from woozle.cli.output import fail


def meant(words: Sequence[str]) -> list[str]:
    """The words of a call, filled up: ``woozle CASE`` means ``woozle status CASE``, ``woozle CASE -o`` opens its pages.

    No word asks for help.
    """
    if not words:
        return ["--help"]
    first = words[0]
    is_verb = first in {verb[0] for verb in VERBS}
    is_path = os.sep in first or first.endswith(".woozle") or Path(first).is_dir()
    if not is_path or is_verb or first.startswith("-"):
        return list(words)
    return ["serve" if {"-o", "--open"} & set(words[1:]) else "status", *words]


def _run(words: list[str]) -> int:
    try:
        code = build()(words, prog_name="woozle", standalone_mode=False)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        hint = f"\n{context.get_usage()}\nhelp: {context.command_path} --help" if context else ""
        message = getattr(error, "format_message", error.__str__)()
        return fail(message + ("" if "--json" in words else hint), error.exit_code, is_json="--json" in words)
    if code == INTERRUPTED:  # Typer turns Ctrl-C into a silent exit code
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def call(argv: Sequence[str]) -> int:
    """Run one call; every failure ends in one message on standard error (or one JSON object) and its exit code."""
    words = meant(argv)
    try:
        return _run(words)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last net: a user gets a sentence
        if os.environ.get("WOOZLE_TRACEBACK"):
            traceback.print_exc()
        message, code = told(error)
        return fail(message, code, is_json="--json" in words)
