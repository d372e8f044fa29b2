"""woozle explain: why a row of the record is what it is."""

from dataclasses import asdict
from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples("woozle explain border.woozle 4f1c09", "woozle explain border.woozle b2:4f1c09d2 --json")


def explain(
    case: CasePath,
    row_id: Annotated[str, typer.Argument(metavar="ID", help="An id of any row, or its beginning.")],
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Say why a row is what it is, down to the characters of the reports."""
    out = Out(as_json, quiet)
    opened = woozle.open(case)
    found = opened.explain(row_id)
    history = opened.history(row_id) if as_json and found.title.startswith("Claim ") else ()
    out.data([found.title, *found.lines])
    more = {"history": [asdict(day) for day in history]} if history else {}
    out.done({"title": found.title, "lines": list(found.lines), "rows": list(found.rows), **more})
    return 0
