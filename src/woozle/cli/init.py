"""woozle init: makes a case."""

from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples("woozle init border.woozle", "woozle init border.woozle --if-not-exists")


def init(
    case: CasePath,
    if_not_exists: Annotated[
        bool, typer.Option("--if-not-exists", help="No error where it is a case already.")
    ] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Make a case: a folder for the bytes, the settings and the record of one story."""
    out = Out(as_json, quiet)
    made = woozle.Case.create(case, if_not_exists=if_not_exists)
    out.note(f"{made.path} is ready; next: woozle add {made.path} PATH…")
    out.done({"case": str(made.path)})
    return 0
