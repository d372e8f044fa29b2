"""woozle judge: what people decide about rows of the record, listed and taken back."""

import getpass
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples
from woozle.model.decisions import KINDS, UNDO, VERDICTS

EPILOG = examples(
    'woozle judge border.woozle same claim 4f1c09 82ab11 --why "both mean the bridge at Orle"',
    "woozle judge border.woozle split claim 4f1c09 c0ffee",
    "woozle judge border.woozle reject copy 71a18c",
    'woozle judge border.woozle same entity 9d01aa 22cd0f --why "the register gives the call sign"',
    "woozle judge border.woozle --list",
    "woozle judge border.woozle --undo last",
)
#: Characters of an id that are shown: enough for `woozle explain`.
SHOWN = 8
_ASKED = ("same", "different", "split", "unsure", "accept", "reject")


def _short(row_id: str) -> str:
    return row_id.removeprefix("b2:")[:SHOWN]


def _state(row: Any) -> str:
    if row.undone_by:
        return "undone"
    if row.superseded_by:
        return "another was made later"
    return f"stale: {row.stale_why}" if row.stale else ""


def lines_of(rows: Iterable[Any]) -> Iterator[str]:
    """Each decision in a line or two: number, verdict and subjects; who, when and why."""
    for row in rows:
        state = f"  [{found}]" if (found := _state(row)) else ""
        ids = " ".join(_short(one) for one in row.subject_ids)
        yield f"{row.number:>4}  {row.verdict} {row.kind if row.verdict != UNDO else ''} {ids}{state}".rstrip()
        yield f"      {row.who}, {row.at[:10]}" + (f": {row.why}" if row.why else "")


def _listed(case: Any, out: Out) -> int:
    rows = case.decisions()
    out.data(lines_of(rows))
    stale = [row for row in rows if row.stale]
    if stale:
        out.note(f"{len(stale)} of {len(rows)} are stale: nothing follows from them any more")
    if not rows:
        out.note("nothing was decided yet")
    out.done({"n_stale": len(stale), "decisions": [asdict(row) for row in rows]})
    return 0


def _asked(words: Sequence[str]) -> tuple[str, str, list[str]]:
    """(kind, verdict, ids) of the words of a call; verdict and kind may come in either order."""
    verdicts, kinds = [word for word in words[:2] if word in _ASKED], [word for word in words[:2] if word in KINDS]
    if len(verdicts) != 1 or len(kinds) != 1:
        known = "; ".join(f"{kind}: {', '.join(VERDICTS[kind])}" for kind in KINDS)
        raise typer.BadParameter(
            f"give a verdict, a kind and ids: same claim ID ID. There are {known}; split for entity and claim",
            param_hint="VERDICT KIND ID…",
        )
    return kinds[0], verdicts[0], list(words[2:])


def judge(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VERDICT KIND ID…",
            help=f"Verdict: {', '.join(_ASKED)}. Kind: {', '.join(KINDS)}. Then ids, or their beginnings.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, in your words.")] = "",
    who: Annotated[
        str | None, typer.Option(envvar="WOOZLE_WHO", help="Your name; by default that of your account.")
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", help="Take a decision back: its id, its number, or “last”.")
    ] = None,
    is_list: Annotated[bool, typer.Option("--list", help="Show all that was decided.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Decide what no program can know. A decision beats any score and stays through every run.

    same, different: entities or claims that are one, or are not; voices (origins) that are one, or two. split: what
    the first id names loses the others (mentions of an entity, assertions of a claim). accept, reject: a copy (by its
    id, or by two reports, the child first), an attribution, a voice that counts or does not. unsure: looked at, and
    left open. Nothing is ever deleted; --undo takes a decision back, with all that was decided in one go with it.
    """
    out, opened = Out(as_json, quiet), woozle.open(case)
    if is_list:
        return _listed(opened, out)
    by = woozle.By(who or getpass.getuser(), why)
    if undo is not None:
        done = opened.undo(undo, by=by)
    else:
        kind, verdict, ids = _asked(words or ())
        done = opened.judge(kind, verdict, *ids, by=by)
    out.data(lines_of(done.decisions))
    if done.is_applied:
        out.note(f"the record follows; {done.seconds:.1f} seconds")
    else:
        out.note(f"written down; the record is not up to date and follows with: woozle run {case}")
    out.done({"is_applied": done.is_applied, "decisions": [asdict(row) for row in done.decisions]})
    return 0
