"""woozle watch: adds and runs as files arrive in a folder."""

import contextlib
import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples, write

EPILOG = examples("woozle watch border.woozle inbox/", "woozle watch border.woozle inbox/ --every 60 --json")


def watch(
    case: CasePath,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder in which reports arrive.")],
    every: Annotated[float, typer.Option(min=0.1, help="Seconds from one look at the folder to the next.")] = 2.0,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Add and run as files arrive in a folder, one line a batch; Ctrl-C ends it.

    A file is taken when two looks find it unchanged, so that none is read while it is written. With --json each batch
    is one object on a line of its own.
    """
    out = Out(as_json, quiet)
    # Ctrl-C between two batches is how this ends; in the middle of a run it is told as by `run`.
    with contextlib.suppress(KeyboardInterrupt):
        batches = woozle.open(case).watch(folder, every=every, say=out.note)
        for batch in batches:
            added, ran = batch.added, batch.ran
            bad = f", {len(added.problems)} with problems" if added.problems else ""
            text = f"{added.n_new} new of {added.inputs} inputs{bad}; {ran.n_documents} reports in the record"
            if as_json:
                write(json.dumps({"ok": True, "added": asdict(added), "ran": asdict(ran)}), sys.stdout)
            out.data([f"{text}; {ran.seconds:.1f} seconds"])
    out.note("no longer watching; nothing is lost")
    return 0
