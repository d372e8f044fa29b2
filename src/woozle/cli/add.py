"""woozle add: keeps the bytes of reports in a case."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples, listed

EPILOG = examples(
    "woozle add border.woozle inbox/",
    'woozle add border.woozle "inbox/**/*.html" notes.txt',
    "find inbox -name '*.txt' | woozle add border.woozle -",
)
PARTLY = 3


def named(paths: list[str]) -> Iterator[str]:
    """The paths, and for ``-`` those that stand on standard input, one a line."""
    for path in paths:
        if path == "-":
            yield from (os.fsdecode(line) for line in sys.stdin.buffer.read().splitlines() if line.strip())
        else:
            yield path


def add(
    case: CasePath,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns; - reads a list.")],
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Keep the bytes of reports: files, the reports in folders, what patterns match, or a list on standard input."""
    out = Out(as_json, quiet)
    added = woozle.open(case).add(*named(paths))
    out.note(f"{added.inputs} inputs: {added.n_new} new, {added.n_known} known already")
    if added.left_out:
        out.note(f"{len(added.left_out)} files are no reports by their names and were left out:")
        for line in listed(added.left_out):
            out.note(line)
    if added.inputs == 0:
        out.note("no report was found: Woozle reads .txt, .html, .htm and .xhtml files")
    for problem in added.problems:
        out.warn(f"not read: {problem.message}")
    if added.n_new:
        out.note(f"next: woozle run {case}")
    out.done(
        {
            "inputs": added.inputs,
            "new": added.n_new,
            "known": added.n_known,
            "left_out": list(added.left_out),
            "problems": [asdict(problem) for problem in added.problems],
        }
    )
    return PARTLY if added.problems else 0
