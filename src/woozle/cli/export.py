"""woozle export: the record as files for other programs."""

from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples(
    "woozle export border.woozle --format jsonl --to record/",
    "woozle export border.woozle --format csv --bom --to tables/",
)


def export(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    to: Annotated[str, typer.Option("--to", metavar="DIR", help="The folder; made if it is missing.")],
    form: Annotated[str, typer.Option("--format", help="jsonl or csv.")] = "jsonl",
    bom: Annotated[bool, typer.Option("--bom", help="csv: start files with a byte order mark, for Excel.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Write the record into a folder, one file a table, and a manifest with the hash of each."""
    out = Out(as_json, quiet)
    if bom and form != "csv":
        raise woozle.errors.UsageError("--bom is for --format csv")
    files = woozle.open(case).export(form, to, **({"bom": True} if bom else {}))
    out.note(f"{len(files)} files in {to}")
    out.done({"files": [str(path) for path in files]})
    return 0
