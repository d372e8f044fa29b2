"""Decisions as pages list them: who, when, what about, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from woozle.model import records as r
from woozle.model.decisions import KEYS_OF, UNDO, Decision
from woozle.report.live.asking import SAID
from woozle.report.live.docket import subject
from woozle.report.live.slices import light_documents
from woozle.report.live.source import Asked

#: How a kind of row is called in a line.
_KIND = MappingProxyType(
    {"entity": "names", "claim": "claims", "copy": "copy", "origin": "voices", "attribution": "source"}
)


@dataclass(frozen=True, slots=True)
class Done:
    """A batch of decisions in words.

    Attributes:
        who: who decided.
        at: when.
        words: what, in our words.
        about: the words of reports that the first of it is about, at most two.
        n_more: how many more the batch decides.
        why: in the words of who decided.
        state: what became of it; empty where it simply holds.
        batch: the start of its hash, for taking it back; empty where that is done.
        href: the question; empty where it is asked no more.
    """

    who: str
    at: str
    words: str
    about: tuple[str, ...]
    n_more: int
    why: str
    state: str
    batch: str
    href: str


def _words(asked: Asked, table: str, keys: Iterable[str]) -> Mapping[str, str]:
    """What rows say, by id."""
    ids = sorted(set(keys))
    if table == "documents":
        return {row.id: row.title or row.outlet or row.input for row in light_documents(asked, ids)}
    if table == "mentions":
        return {row.id: row.span.text for row in asked.many(r.Mention, ids)}
    if table == "assertions":
        return {row.id: " … ".join(span.text for span in row.spans) for row in asked.many(r.Assertion, ids)}
    rows = asked.many(r.Attribution, ids)
    return {row.id: row.source.text if row.source else "" for row in rows}


class Telling:
    """Tells batches of decisions in words, with what the record has of them now."""

    def __init__(self, asked: Asked, batches: Iterable[Sequence[Decision]], hrefs: Mapping[str, str]) -> None:
        """Look up what the first decision of each batch is about.

        Args:
            asked: the record.
            batches: all that will be told.
            hrefs: the address of a question by what it is about.
        """
        self._hrefs = hrefs
        keys: dict[str, set[str]] = {}
        for rows in batches:
            if rows[0].verdict != UNDO:
                keys.setdefault(KEYS_OF[rows[0].kind], set()).update(rows[0].keys[:2])
        self._words: dict[str, str] = {}
        for table, found in keys.items():
            self._words |= _words(asked, table, found)

    def of(self, rows: Sequence[Decision]) -> Done:
        """One batch."""
        first = rows[0]
        is_undo, is_undone = first.verdict == UNDO, all(row.undone_by for row in rows)
        stale = next((row.stale_why for row in rows if row.stale and row.stale_why), "")
        state = "taken back" if is_undone else "somebody decided otherwise later" if first.superseded_by else ""
        about = () if is_undo else tuple(self._words[key] for key in first.keys[:2] if self._words.get(key))
        return Done(
            who=first.who,
            at=first.at[:16].replace("T", " "),
            words=_said(rows),
            about=about if first.kind != "copy" else about[::-1],
            n_more=0 if is_undo else len(rows) - 1,
            why=first.why,
            state=stale or state,
            batch="" if is_undone or is_undo else first.batch_id.removeprefix("b2:")[:16],
            href=self._hrefs.get(subject(first), "") if len(rows) == 1 else "",
        )


def _said(rows: Sequence[Decision]) -> str:
    first = rows[0]
    if first.verdict == UNDO:
        return f"took back {len(first.subject_ids)} decision{'s' * (len(first.subject_ids) != 1)}"
    said = " or ".join(dict.fromkeys(SAID.get(row.verdict, row.verdict) for row in rows))
    return f"{_KIND[first.kind]}: {said}" + (f", {len(rows)} at once" if len(rows) > 1 else "")
