"""woozle run: makes what is missing of a record."""

from dataclasses import asdict
from typing import Annotated

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples, listed
from woozle.cli.progress import Progress

EPILOG = examples(
    "woozle run border.woozle",
    "woozle run border.woozle --workers 1 --json",
    "woozle run border.woozle --about 'dam collapse'",
)
PARTLY = 3


def run(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; by default one a core.")] = None,
    engine: Annotated[str, typer.Option(help="Who computes: local, or spark (needs the extra and Java).")] = "local",
    master: Annotated[str | None, typer.Option(help="Address of Spark's master; without it, this machine.")] = None,
    about: Annotated[str | None, typer.Option(help="Make the record of a part: what these words are about.")] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Make what is missing of the record, and nothing else. Stopped or killed, the next run goes on where it was."""
    out = Out(as_json, quiet)
    progress = Progress(not (quiet or as_json))
    try:
        done = woozle.open(case).run(progress, workers, engine=engine, master=master, about=about)
    finally:
        progress.close()
    if done.made:
        out.note(f"made: {', '.join(done.made)}" + (f"; kept: {', '.join(done.kept)}" if done.kept else ""))
    elif done.is_changed:
        out.note("nothing had to be worked out again; the record was put together anew")
    else:
        out.note("nothing to do: the record is up to date, nothing was remade")
    new = f", {done.n_new_documents} of them new" if done.n_new_documents else ""
    out.note(f"{done.n_documents} reports in the record{new}; {done.seconds:.1f} seconds")
    if done.about:
        out.note(f"it is of a part: what is about “{done.about}”; reports left out: {done.n_outside}")
        out.note(f"the whole again: woozle run {case}")
    if done.problems:
        out.note(f"{done.problems} problems are listed in the record: woozle status {case}")
    if done.stale_decisions:
        out.note(f"{done.stale_decisions} decisions are stale, nothing follows from them: woozle judge {case} --list")
    if done.unread:
        out.warn(f"{len(done.unread)} inputs could not be read:")
        for line in listed(done.unread):
            out.warn(line)
    out.done(asdict(done))
    return PARTLY if done.unread else 0
