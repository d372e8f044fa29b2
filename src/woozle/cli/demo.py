"""woozle demo: the worked example, built and shown."""

import os
import sys
import webbrowser
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.claims import lines_of, numbers, short
from woozle.cli.output import Json, Out, Quiet, examples
from woozle.cli.progress import Progress

EPILOG = examples("woozle demo", "woozle demo --to /tmp/raid")


def unpack(to: Path) -> Path:
    """Write the invented reports of the example into a folder; returns it."""
    folder = to / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    for report in sorted(files("woozle").joinpath("examples/border/articles").iterdir(), key=lambda item: item.name):
        if report.name.endswith((".txt", ".html")):
            (folder / report.name).write_bytes(report.read_bytes())
    return folder


def finding(case: Any) -> list[str]:
    """What the example shows, in a few lines: the claim of most reports, one that is one man's, one that two saw."""
    told = case.claims()
    outlets = {document.outlet for document in case.record().iterate(woozle.records.Document)}
    lines = [f"{case.status().n_documents} invented reports by {len(outlets)} outlets, on a raid that never happened."]
    most = told[0] if told and told[0].voices.best > 1 else None
    alone = next((claim for claim in told if claim.voices.best == 1 and claim.reports > 1), None)
    apart = [claim for claim in told if claim.voices.low > 1 and claim.reports > claim.voices.low]
    several = min(apart, key=lambda claim: (claim.reports - claim.voices.low, claim.reports, claim.id), default=None)
    if most:
        lines += ["", f"In most reports: {numbers(most)}", *lines_of(most)[1:]]
    if alone:
        lines += ["", f"Everywhere, and yet one voice: {numbers(alone)}", *lines_of(alone)[1:]]
    if several:
        lines += ["", f"In few reports, and yet more voices: {numbers(several)}", *lines_of(several)[1:]]
    why = [f"woozle explain {case.path} {short(claim)}" for claim in (most, alone, several) if claim]
    return [*lines, "", "Why these counts:", *(f"  {line}" for line in why)] if why else lines


def _can_open() -> bool:
    has_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) or sys.platform in (
        "darwin",
        "win32",
    )
    return has_screen and sys.stdout.isatty()


def demo(
    to: Annotated[str, typer.Option("--to", metavar="DIR", help="Where to build it.")] = "woozle-demo",
    no_open: Annotated[bool, typer.Option("--no-open", help="Name the page, but do not open it.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Build the worked example, fourteen invented reports on an invented border raid, and show its record."""
    out = Out(as_json, quiet)
    home = Path(to)
    reports = unpack(home)
    case = woozle.Case.create(home / "border.woozle", if_not_exists=True)
    case.add(reports)
    progress = Progress(not (quiet or as_json))
    try:
        done = case.run(progress)
    finally:
        progress.close()
    page = case.report(home / "border.html")
    out.data(finding(case))
    out.data(["", f"The record as a page: {page.resolve()}"])
    out.note(f"made in {done.seconds:.1f} seconds; look around with: woozle claims {case.path}")
    most = case.claims(limit=1)
    out.done(
        {
            "case": str(case.path),
            "page": str(page),
            "reports": done.n_documents,
            "claim": numbers(most[0]) if most else None,
        }
    )
    if _can_open() and not (no_open or as_json):
        webbrowser.open(page.resolve().as_uri())
    return 0
