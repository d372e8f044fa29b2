"""woozle status: what a case holds and what to do next."""

import shlex
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples, listed

EPILOG = examples("woozle status border.woozle", "woozle border.woozle", "woozle status border.woozle --limit 0")


def _counts(found: Any) -> Iterator[str]:
    yield f"{found.path}: {found.n_inputs} inputs, {found.n_captures} captures"
    if found.left_in:
        yield "some were left in their collections:"
        yield from listed(found.left_in)
    if found.gone:
        yield "of these are not there, and what needs their bytes will say so:"
        yield from listed(found.gone)
    if found.has_record:
        yield f"record: {found.n_documents} reports, {found.n_claims} claims, {found.n_problems} problems"
    if found.about:
        yield f"of a part: what is about “{found.about}”; reports left out: {found.n_outside}"
    if found.n_decisions:
        stale = f", {found.stale_decisions} of them stale" if found.stale_decisions else ""
        yield f"{found.n_decisions} decisions{stale}: woozle judge {found.path} --list"


def _runs(runs: Any, path: str) -> Iterator[str]:
    if len(runs) > 1:
        yield f"runs: {len(runs)} remembered, the last of {runs[-1].at} as number {runs[-1].number}"
        yield f"what changed since the one before: woozle diff {path}"


def _next(found: Any) -> Iterator[str]:
    if found.n_captures == 0:
        yield f"next: woozle add {found.path} PATH…"
    elif not found.is_current:
        behind = f" (not made for all: {', '.join(found.stale_steps)})" if found.stale_steps else ""
        yield f"the record is {'not up to date' if found.has_record else 'not made yet'}{behind}"
        part = f" --about {shlex.quote(found.about)}" if found.about else ""
        yield f"next: woozle run {found.path}{part}"
    else:
        yield "the record is up to date"
        yield f"next: woozle claims {found.path} · woozle report {found.path} --to report.html"


def status(
    case: CasePath,
    limit: Annotated[int, typer.Option(min=0, help="So many problems at most; 0 for none.")] = 20,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """What the case holds, what was not read and why, and what to do next."""
    out = Out(as_json, quiet)
    opened = woozle.open(case)
    found = opened.status()
    problems = opened.problems()
    lines = [f"  {problem.kind}: {problem.message}" for problem in problems[:limit]]
    if lines and len(problems) > limit:
        lines.append(f"  … and {len(problems) - limit} more: woozle status {case} --limit {len(problems)}")
    runs = opened.runs()
    out.data([*_counts(found), *lines, *_runs(runs, found.path), *_next(found)])
    listed = {"problems": [asdict(problem) for problem in problems], "runs": [asdict(run) for run in runs]}
    out.done({**asdict(found), **listed})
    return 0
