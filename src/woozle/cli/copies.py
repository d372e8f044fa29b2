"""woozle copies: which reports of a case were made from which, and the passages that show it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples(
    "woozle copies border.woozle",
    "woozle copies border.woozle --kind verbatim --limit 0",
    "woozle copies border.woozle --about Heron",
)
#: Characters of an id that are shown: enough for `woozle explain`.
SHOWN = 8
#: Characters of a passage, and passages of a derivation, that are shown.
WORDS, MOST = 70, 3
_KINDS = ("verbatim", "trimmed", "edited", "merged", "paraphrase", "quotation")


def _short(row_id: str) -> str:
    return row_id.removeprefix("b2:")[:SHOWN]


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= WORDS else f"{words[: WORDS - 1]}…"


def named(document: Any) -> str:
    """A report in a few words: outlet, day, title or file."""
    day = ((document.published and (document.published.start or document.published.end)) or "")[:10]
    title = f"“{_cut(document.title)}”" if document.title else document.input
    return ", ".join(part for part in (document.outlet, day, title) if part)


def shared(book: Any, row: Any) -> list[Any]:
    """What the two reports of a derivation share, in the order of the left text."""
    if row.parent_document_id is None:
        return []
    one, other = row.child_document_id, row.parent_document_id
    found = book.read(woozle.records.Passage, "passages_between", one=one, other=other, limit=-1)
    return sorted(found, key=lambda row: (row.left.start, row.right.start, row.id))


def lines_of(row: Any, documents: Mapping[str, Any], passages: Sequence[Any]) -> Iterator[str]:
    """A derivation in a few lines: id and kind, child, parent, the first passages."""
    parent = documents[row.parent_document_id] if row.parent_document_id else None
    credited = "credited" if row.credited else "not credited"
    yield f"{_short(row.id)}  {row.kind}, {row.score:.0%}, who was first is {row.direction}, {credited}"
    yield f"          {named(documents[row.child_document_id])}"
    word = "with" if row.direction == "unknown" else "from"
    yield f"     {word} {named(parent) if parent else f'{row.parent_external} (not in the case)'}"
    for shown in passages[:MOST]:
        side = shown.left if shown.left.document_id == row.child_document_id else shown.right
        yield f"          {shown.kind} {side.start}–{side.end}: {_cut(side.text)}"
    if len(passages) > MOST:
        yield f"          … and {len(passages) - MOST} more passages"


def _reports(book: Any, rows: Sequence[Any]) -> dict[str, Any]:
    """The reports of some derivations by id."""
    ids = {name for row in rows for name in (row.child_document_id, row.parent_document_id) if name}
    return {row.id: row for row in book.many(woozle.records.Document, ids)}


def _is_about(row: Any, documents: Mapping[str, Any], word: str) -> bool:
    ids = [name for name in (row.child_document_id, row.parent_document_id) if name]
    texts = [f"{named(documents[name])} {documents[name].text}" for name in ids]
    return any(word.casefold() in text.casefold() for text in (*texts, row.parent_external or ""))


def copies(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    case: CasePath,
    kind: Annotated[str | None, typer.Option(help=f"Only this kind: {', '.join(_KINDS)}.")] = None,
    about: Annotated[str | None, typer.Option(help="Only reports with these words in text, title or outlet.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="So many at most; 0 for all.")] = 20,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Which reports were made from which, the largest share first, with the passages that two of them share."""
    if kind is not None and kind not in _KINDS:
        raise typer.BadParameter(f"{kind!r} is no kind of copy: {', '.join(_KINDS)}", param_hint="--kind")
    out = Out(as_json, quiet)
    book = woozle.open(case).record()
    found = [row for row in book.rows(woozle.records.Derivation) if kind in (None, row.kind)]
    documents = _reports(book, found) if about else {}
    if about:
        found = [row for row in found if _is_about(row, documents, about)]
    found.sort(key=lambda row: (-row.score, row.id))
    shown = found[: limit or None]
    documents = documents or _reports(book, shown)
    pairs = [shared(book, row) for row in shown]
    out.data(line for row, of in zip(shown, pairs, strict=True) for line in lines_of(row, documents, of))
    if len(shown) < len(found):
        out.note(f"… and {len(found) - len(shown)} more: --limit 0 shows all")
    ((others,),) = book.ask("passages_elsewhere")
    if others:
        out.note(f"{others} more passages stand in reports that were not made from each other: woozle export has them")
    rows = [{**asdict(row), "passages": [asdict(one) for one in of]} for row, of in zip(shown, pairs, strict=True)]
    out.done({"n_derivations": len(found), "n_other_passages": others, "derivations": rows})
    return 0
