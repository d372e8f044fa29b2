"""woozle claims: the claims of a case with their three numbers."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples
from woozle.model.records import Claim, Conflict

EPILOG = examples(
    "woozle claims border.woozle",
    "woozle claims border.woozle --min-voices 2 --since 2025-03-12",
    "woozle claims border.woozle --about Heron --conflicts",
)
#: Characters of an id that are shown: enough for `woozle explain`.
SHOWN = 8


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def numbers(claim: Any) -> str:
    """“14 reports, 9 outlets, 2 voices, perhaps 3”."""
    voices = claim.voices
    perhaps = f", perhaps {voices.high}" if voices.high > voices.best else ""
    perhaps = perhaps or (f", perhaps only {voices.low}" if voices.low < voices.best else "")
    return (
        f"{_count(claim.reports, 'report')}, {_count(claim.outlets, 'outlet')}, {_count(voices.best, 'voice')}{perhaps}"
    )


def short(claim: Any) -> str:
    """The beginning of a claim's id, enough for `woozle explain`."""
    return str(claim.id).removeprefix("b2:")[:SHOWN]


def lines_of(claim: Any) -> list[str]:
    """A claim in two lines: its numbers and id, its words."""
    return [f"{short(claim)}  {numbers(claim)}", f"          {' '.join(claim.text.split())}"]


def _clashing(opened: Any, shown: Iterable[Any]) -> dict[str, list[tuple[Any, Any]]]:
    """Each claim's conflicts, and the claims on their other sides."""
    ids = {claim.id for claim in shown}
    found: dict[str, list[tuple[Any, Any]]] = {row_id: [] for row_id in ids}
    book = opened.record()
    for conflict in book.rows(Conflict):
        sides = (conflict.left_claim_id, conflict.right_claim_id)
        for one, other in (sides, sides[::-1]):
            if one in ids:
                found[one].append((conflict, book.get(Claim, other)))
    return found


def _against(conflict: Any, other: Any) -> str:
    return f"          against it ({conflict.kind}): {short(other)}  {' '.join(other.text.split())}"


def claims(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    min_voices: Annotated[int, typer.Option(min=0, help="At least so many voices.")] = 0,
    about: Annotated[
        str | None, typer.Option(help="Only claims with these words, or about who bears this name, by any alias.")
    ] = None,
    voice: Annotated[str | None, typer.Option(help="Only claims behind which somebody of this name stands.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only claims that this outlet states.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Stated in a report of this day, month or year, or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Stated in a report of this day, month or year, or earlier.")
    ] = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only claims that clash; with what they do.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="So many at most; 0 for all.")] = 20,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """The claims, those in most reports first, each with its three numbers: reports, outlets, voices.

    All options hold together. An outlet and dates are asked of one and the same report; one without a date meets none.
    """
    out = Out(as_json, quiet)
    opened = woozle.open(case)
    found = opened.claims(
        min_voices=min_voices, about=about, voice=voice, outlet=outlet, since=since, until=until, conflicts=conflicts
    )
    shown = found[: limit or None]
    clashing = _clashing(opened, shown) if conflicts else {}
    for claim in shown:
        out.data(lines_of(claim))
        out.data(_against(*pair) for pair in clashing.get(claim.id, ()))
    if about and not found:
        out.note(f"no claim fits; what {about} says, if that is a name: --voice {about}")
    if len(shown) < len(found):
        out.note(f"… and {len(found) - len(shown)} more: --limit 0 shows all")
    listed = {row.id: asdict(row) for pairs in clashing.values() for row, _ in pairs}
    more = {"conflicts": [listed[row_id] for row_id in sorted(listed)]} if conflicts else {}
    out.done({"n_claims": len(found), "claims": [asdict(claim) for claim in shown], **more})
    return 0
