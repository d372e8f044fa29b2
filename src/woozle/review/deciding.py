"""From the rows that a person names to what is decided: subjects as shown, and keys that stay when rows move."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.errors import UsageError
from woozle.model.decisions import KINDS, UNDO, VERDICTS, Decision, Ruled
from woozle.model.ids import row_id
from woozle.model.records import Assertion, Attribution, Claim, Derivation, Document, Entity, Mention, Origin
from woozle.review.record import Rows

#: Verdicts that hold rows against each other, so that there must be two or more.
_OF_SEVERAL = ("same", "different", "split")


@dataclass(frozen=True, slots=True)
class _Subject:
    """A row that a person named, and its keys, the one that stands for it first."""

    id: str
    keys: tuple[str, ...]


def decide(book: Rows, kind: str, verdict: str, ids: Sequence[str]) -> list[Ruled]:
    """What a call decides: one thing about several rows, or the same about each.

    Args:
        book: the record that the person looked at.
        kind: entity, claim, copy, origin or attribution.
        verdict: see `VERDICTS`.
        ids: of the rows, or their beginnings. A copy may also be given as two reports, the child first.

    Raises:
        UsageError: no such kind, verdict or row, or rows of another kind; nothing is decided.
    """
    _check(kind, verdict, ids)
    if verdict == "split":
        return [_split(book, kind, ids)]
    if kind == "copy" and len(ids) == 2 and (pair := _pair(book, ids)):
        return [Ruled(kind, verdict, (pair.id,), pair.keys)]
    rows = [_row(book, one, kind) for one in ids]
    if kind == "origin" and len({row.claim_id for row in rows}) > 1 and verdict in (*_OF_SEVERAL, "unsure"):
        raise UsageError("voices are held against each other behind one claim; these stand behind several")
    subjects = [_SUBJECTS[kind](book, row, verdict) for row in rows]
    if len({one.keys[0] for one in subjects}) < len(subjects):
        raise UsageError(f"the same {kind} is named twice: give rows that differ")
    if verdict in _OF_SEVERAL or (verdict == "unsure" and kind in ("entity", "claim", "origin")):
        return [Ruled(kind, verdict, tuple(one.id for one in subjects), tuple(one.keys[0] for one in subjects))]
    return [Ruled(kind, verdict, (one.id,), one.keys) for one in subjects]


def _split(book: Rows, kind: str, ids: Sequence[str]) -> Ruled:
    """Take mentions out of an entity, or assertions out of a claim; what is taken out becomes one of its own."""
    whole = _row(book, ids[0], kind)
    parts = [_row(book, one, kind) for one in ids[1:]]
    inside = _inside(book, whole)
    wrong = [one.id for one in parts if one.id not in inside]
    if wrong:
        raise UsageError(f"{', '.join(wrong)} is no part of {whole.id}: name the whole first, then what to take out")
    out = [one.id for one in parts]
    left = [one for one in inside if one not in out]
    if not left:
        raise UsageError(f"a split must leave something of {whole.id}")
    return Ruled(kind, "split", (whole.id, *out), (left[0], *out))


def to_undo(decisions: Sequence[Decision], which: str) -> str:
    """The batch that ``last``, a number, or the beginning of an id means.

    Raises:
        UsageError: no decision, or more than one batch, is meant, or it was undone already.
    """
    live = [row for row in decisions if row.verdict != UNDO and row.undone_by is None]
    if which == "last":
        found = live[-1:]
    else:
        ids = (which, f"b2:{which}")
        found = [
            row
            for row in decisions
            if str(row.number) == which or row.id.startswith(ids) or row.batch_id.startswith(ids)
        ]
    batches = {row.batch_id for row in found}
    if len(batches) != 1:
        raise UsageError(f"{which} means {len(batches) or 'no'} decisions: woozle judge CASE --list shows them")
    if not any(row.batch_id in batches for row in live):
        raise UsageError(f"{which} was undone already, or is an undo: decide again what should hold")
    return batches.pop()


def _check(kind: str, verdict: str, ids: Sequence[str]) -> None:
    if kind not in KINDS:
        raise UsageError(f"{kind} cannot be judged; there are {', '.join(KINDS)}")
    if verdict not in VERDICTS[kind]:
        raise UsageError(f"no {kind} is judged {verdict!r}; there are {', '.join(VERDICTS[kind])}")
    if len(ids) < (2 if verdict in _OF_SEVERAL else 1):
        raise UsageError(f"{verdict} needs {'two rows or more' if verdict in _OF_SEVERAL else 'a row'}")


def _row(book: Rows, prefix: str, kind: str) -> Any:
    """The row that the beginning of an id means, of a class by which such a subject can be named."""
    found = [row for row in book.find(prefix) if isinstance(row, _CLASSES[kind])]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.__name__.lower() for one in _CLASSES[kind])
    raise UsageError(f"{len(found) or 'no'} rows ({names}) have an id that begins with {prefix}")


def _inside(book: Rows, whole: Any) -> list[str]:
    """Mentions of an entity, assertions of a claim: the one that names it first."""
    if isinstance(whole, Claim):
        first = [one for one in whole.assertion_ids if row_id("claim", one) == whole.id]
        return [*first, *(one for one in whole.assertion_ids if one not in first)]
    if isinstance(whole, Entity):
        rows = list(book.where(Mention, "entity_id", whole.id))
        rows.sort(key=lambda row: (row.span.text != whole.name, row.id))
        return [row.id for row in rows]
    return []


def _of_group(book: Rows, row: Any, verdict: str) -> _Subject:
    """An entity or a claim, or a mention or an assertion that stands for its own."""
    if isinstance(row, Mention | Assertion):
        return _Subject(row.id, (row.id,))
    inside = _inside(book, row)
    if not inside:
        raise UsageError(f"{row.id} has no mention in any report, so nothing can be decided about it")
    return _Subject(row.id, tuple(inside) if verdict == "accept" else tuple(inside[:1]))


def _of_origin(book: Rows, row: Any, verdict: str) -> _Subject:
    del book, verdict
    return _Subject(row.id, (row.root_assertion_id or row.assertion_ids[0],))


def _of_copy(book: Rows, row: Any, verdict: str) -> _Subject:
    del book, verdict
    return _Subject(row.id, tuple(one for one in (row.child_document_id, row.parent_document_id) if one))


def _of_itself(book: Rows, row: Any, verdict: str) -> _Subject:
    del book, verdict
    return _Subject(row.id, (row.id,))


def _pair(book: Rows, ids: Sequence[str]) -> _Subject | None:
    """Two reports as the copy of which they would be child and parent; None where the ids are of something else."""
    found = [[row for row in book.find(one) if isinstance(row, Document)] for one in ids]
    if [len(rows) for rows in found] != [1, 1]:
        return None
    child, parent = (rows[0].id for rows in found)
    if child == parent:
        raise UsageError("a report is no copy of itself")
    return _Subject(row_id("derivation", child, parent, None), (child, parent))


_CLASSES: Mapping[str, tuple[type[Any], ...]] = MappingProxyType(
    {
        "entity": (Entity, Mention),
        "claim": (Claim, Assertion),
        "copy": (Derivation,),
        "origin": (Origin,),
        "attribution": (Attribution,),
    }
)
_SUBJECTS: Mapping[str, Callable[[Rows, Any, str], _Subject]] = MappingProxyType(
    {
        "entity": _of_group,
        "claim": _of_group,
        "copy": _of_copy,
        "origin": _of_origin,
        "attribution": _of_itself,
    }
)
