"""woozle claims: the claims of a case with their three numbers."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples(
    "woozle claims border.woozle",
    "woozle claims border.woozle --min-voices 2",
    "woozle claims border.woozle --about Heron",
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


def claims(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    min_voices: Annotated[int, typer.Option(min=0, help="At least so many voices.")] = 0,
    about: Annotated[str | None, typer.Option(help="Only claims with this word or name.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="So many at most; 0 for all.")] = 20,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """The claims, those in most reports first, each with its three numbers: reports, outlets, voices."""
    out = Out(as_json, quiet)
    found = woozle.open(case).claims(min_voices=min_voices, about=about)
    shown = found[: limit or None]
    out.data(line for claim in shown for line in lines_of(claim))
    if len(shown) < len(found):
        out.note(f"… and {len(found) - len(shown)} more: --limit 0 shows all")
    out.done({"n_claims": len(found), "claims": [asdict(claim) for claim in shown]})
    return 0
