"""woozle report: the record as one HTML page."""

from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples("woozle report border.woozle --to border.html")


def report(
    case: CasePath,
    to: Annotated[str, typer.Option("--to", metavar="FILE.html", help="The file to write.")],
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Write the record as one HTML file that opens anywhere and loads nothing."""
    out = Out(as_json, quiet)
    path = woozle.open(case).report(to)
    out.note(f"{path} ({path.stat().st_size / 2**20:.1f} MB)")
    out.done({"file": str(path)})
    return 0
