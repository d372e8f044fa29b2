"""woozle add: keeps the bytes of reports in a case."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

import woozle
from woozle.answers import Added
from woozle.cli.output import CasePath, Json, Out, Quiet, examples, listed
from woozle.cli.progress import Progress
from woozle.errors import UsageError

EPILOG = examples(
    "woozle add border.woozle inbox/",
    'woozle add border.woozle "inbox/**/*.html" notes.txt',
    "woozle add border.woozle crawl.warc.gz news.parquet 'feeds/*.jsonl.gz' --columns text=body,url=link",
    "find inbox -name '*.txt' | woozle add border.woozle -",
)
PARTLY = 3
#: So many problems are told; a bad collection has thousands.
MOST = 20


def named(paths: list[str]) -> Iterator[str]:
    """The paths, and for ``-`` those that stand on standard input, one a line."""
    for path in paths:
        if path == "-":
            yield from (os.fsdecode(line) for line in sys.stdin.buffer.read().splitlines() if line.strip())
        else:
            yield path


def _columns(text: str) -> dict[str, str]:
    """What ``text=body,url=link`` says."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if any(not (held.strip() and name.strip()) for held, _, name in pairs):
        raise UsageError(f"--columns {text}: pairs such as text=body,url=link are expected")
    return {held.strip(): name.strip() for held, _, name in pairs}


def add(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns; - reads a list.")],
    columns: Annotated[
        str, typer.Option(metavar="WHAT=NAME,…", help="What the columns of collections hold, if not by usual names.")
    ] = "",
    keep: Annotated[
        bool | None,
        typer.Option("--keep/--leave", help="Copy the records of collections, or leave them there (archives: left)."),
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Keep the bytes of reports: files, the reports in folders, what patterns match, or a list on standard input.

    Of collections (.parquet, .jsonl, .ndjson, .warc; .gz, and .jsonl.zst) each record is a report. Adding the same
    again adds nothing; stopped, the same command goes on.
    """
    out = Out(as_json, quiet)
    progress = Progress(not (quiet or as_json))
    try:
        added = woozle.open(case).add(*named(paths), columns=_columns(columns), keep=keep, progress=progress)
    finally:
        progress.close()
    _tell(out, added, case)
    if added.n_new:
        out.note(f"next: woozle run {case}")
    out.done(
        {
            "inputs": added.inputs,
            "new": added.n_new,
            "known": added.n_known,
            "left": added.n_left,
            "left_out": list(added.left_out),
            "skipped": dict(added.skipped),
            "problems": [asdict(problem) for problem in added.problems],
        }
    )
    return PARTLY if added.problems else 0


def _tell(out: Out, added: Added, case: str) -> None:
    out.note(f"{added.inputs} inputs: {added.n_new} new, {added.n_known} known already")
    if added.n_left:
        out.note(f"{added.n_left:,} were left in their collections, which have to stay; --keep copies them")
    if added.left_out:
        out.note(f"{len(added.left_out)} files are no reports by their names and were left out:")
        for line in listed(added.left_out):
            out.note(line)
    if added.inputs == 0:
        out.note("no report was found: Woozle reads .txt, .html, .htm and .xhtml files, and collections")
    if added.skipped:
        out.note(f"no reports: {', '.join(f'{n:,} {kind}' for kind, n in added.skipped)}")
    for problem in added.problems[:MOST]:
        out.warn(f"problem: {problem.message}")
    if len(added.problems) > MOST:
        out.warn(f"… and {len(added.problems) - MOST:,} more problems; after a run: woozle status {case}")
