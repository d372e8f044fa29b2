"""woozle report: the record as one HTML page."""

from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples("woozle report border.woozle --to border.html")
#: Megabytes of a page that browsers open badly.
HEAVY = 100


def report(
    case: CasePath,
    to: Annotated[str, typer.Option("--to", metavar="FILE.html", help="The file to write.")],
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Write the record as one HTML file that opens anywhere and loads nothing."""
    out = Out(as_json, quiet)
    path = woozle.open(case).report(to)
    megabytes = path.stat().st_size / 2**20
    out.note(f"{path} ({megabytes:.1f} MB)")
    if megabytes > HEAVY:
        out.note(
            f"a page of this size opens slowly or not at all: woozle serve {case} shows the same record, and "
            f"woozle run {case} --about WORDS makes that of a part"
        )
    out.done({"file": str(path)})
    return 0
