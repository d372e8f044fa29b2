"""woozle diff: what changed since the last run."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.claims import numbers, short
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples("woozle diff border.woozle", "woozle diff border.woozle 1", "woozle diff border.woozle 1 3 --json")


def _run(run: Any) -> str:
    return f"run {run.number} ({run.at}, {run.n_reports} reports, {run.n_claims} claims)"


def _text(words: str) -> str:
    return f"            {' '.join(words.split())}"


def _new(row: Any) -> Iterator[str]:
    others = f", split from {', '.join(other[3:11] for other in row.others)}" if row.others else ""
    yield f"+ {short(row)}  {numbers(row.after)}{others}"
    yield _text(row.text)


def _gone(row: Any) -> Iterator[str]:
    others = f", now in {', '.join(other[3:11] for other in row.others)}" if row.others else ""
    yield f"- {short(row)}  {numbers(row.before)}{others}"
    yield _text(row.text)


def _changed(row: Any) -> Iterator[str]:
    was = f", was {row.old_id[3:11]}" if row.old_id != row.id else ""
    yield f"~ {short(row)}  {numbers(row.before)} → {numbers(row.after)}{was}"
    yield _text(row.text)


def _clash(sign: str, row: Any) -> Iterator[str]:
    yield f"{sign} {short(row)}  {row.kind}: {row.left_claim_id[3:11]} against {row.right_claim_id[3:11]}"
    yield _text(row.left)
    yield _text(row.right)


def _report(sign: str, row: Any) -> Iterator[str]:
    outlet = row.outlet or "an outlet that is not named"
    yield f"{sign} {row.input}: {outlet}, “{row.title or 'without a title'}”"


def _part(title: str, rows: Sequence[Any], lines: Any, limit: int) -> Iterator[str]:
    if rows:
        yield f"{title}: {len(rows)}"
        for row in rows[: limit or None]:
            yield from (f"  {line}" for line in lines(row))
        if 0 < limit < len(rows):
            yield f"  … and {len(rows) - limit} more: --limit 0 shows all"


def _lines(found: Any, limit: int) -> Iterator[str]:
    yield f"{_run(found.old)} → {_run(found.new)}"
    yield from _part("reports added", found.reports_added, lambda row: _report("+", row), limit)
    yield from _part("reports gone", found.reports_gone, lambda row: _report("-", row), limit)
    yield from _part("claims with other numbers", found.claims_changed, _changed, limit)
    yield from _part("new claims", found.claims_new, _new, limit)
    yield from _part("claims gone", found.claims_gone, _gone, limit)
    yield from _part("new conflicts", found.conflicts_new, lambda row: _clash("+", row), limit)
    yield from _part("conflicts gone", found.conflicts_gone, lambda row: _clash("-", row), limit)
    if found.is_empty:
        yield "nothing changed"


def diff(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    old: Annotated[str | None, typer.Argument(metavar="RUN", help="The earlier run: its number, or its id.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="RUN", help="The later run; the last if left out.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="So many of each kind at most; 0 for all.")] = 20,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """What changed from one run to another: reports, claims and their numbers, conflicts; by default the last two runs.

    The same claim may have another id after a run; it is known by what its reports say. A run that changes nothing is
    not counted.
    """
    out = Out(as_json, quiet)
    found = woozle.open(case).diff(old, new)
    out.data(_lines(found, limit))
    out.done({**asdict(found), "is_empty": found.is_empty})
    return 0
