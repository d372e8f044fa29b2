"""Decisions as pages list them: who, when, what about, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from woozle.model import records as r
from woozle.model.decisions import KEYS_OF, UNDO, Decision
from woozle.report.links import tail
from woozle.report.live.asking import SAID
from woozle.report.live.docket import subject
from woozle.report.live.slices import light_documents
from woozle.report.live.source import Asked

#: How a kind of row is called in a line.
_KIND = MappingProxyType(
    {"entity": "names", "claim": "claims", "copy": "copy", "origin": "voices", "attribution": "source"}
)
#: Where rows of a kind have a page, and how it is called.
_PLACES = MappingProxyType({"entity": ("/name/", "name"), "claim": ("/claim/", "claim")})


@dataclass(frozen=True, slots=True)
class Done:
    """A batch of decisions in words.

    Attributes:
        who: who decided.
        at: when.
        words: what, in our words.
        about: the words of reports that the first of it is about, at most two; of a split, what stays and what left.
        between: what stands between these two.
        n_more: how many more the batch decides, or how many more it is about.
        now: where the claims or names stand now that it is about: words and address.
        why: in the words of who decided.
        state: what became of it; empty where it simply holds.
        batch: the start of its hash, for taking it back; empty where that is done.
        href: the question; empty where it is asked no more.
    """

    who: str
    at: str
    words: str
    about: tuple[str, ...]
    between: str
    n_more: int
    now: tuple[tuple[str, str], ...]
    why: str
    state: str
    batch: str
    href: str


def _words(asked: Asked, table: str, keys: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """What rows say, and the id of the claim or name that they stand in now, by id."""
    ids = sorted(set(keys))
    if table == "documents":
        return {row.id: (row.title or row.outlet or row.input, "") for row in light_documents(asked, ids)}
    if table == "mentions":
        mentions = asked.many(r.Mention, ids)
        names = asked.many(r.Entity, {row.entity_id for row in mentions if row.entity_id})
        # Who is protected has no page.
        open_ids = {row.id for row in names if not row.protected}
        return {row.id: (row.span.text, row.entity_id if row.entity_id in open_ids else "") for row in mentions}
    if table == "assertions":
        rows = asked.many(r.Assertion, ids)
        return {row.id: (" … ".join(span.text for span in row.spans), row.claim_id or "") for row in rows}
    return {row.id: (row.source.text if row.source else "", "") for row in asked.many(r.Attribution, ids)}


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
        self._words: dict[str, tuple[str, str]] = {}
        for table, found in keys.items():
            self._words |= _words(asked, table, found)

    def of(self, rows: Sequence[Decision]) -> Done:
        """One batch."""
        first = rows[0]
        is_undo, is_undone = first.verdict == UNDO, all(row.undone_by for row in rows)
        stale = next((row.stale_why for row in rows if row.stale and row.stale_why), "")
        state = "taken back" if is_undone else "somebody decided otherwise later" if first.superseded_by else ""
        found = [] if is_undo else [self._words[key] for key in first.keys[:2] if self._words.get(key, ("",))[0]]
        about = tuple(words for words, _ in found)
        more = len(rows) - 1 or (len(first.keys) - 2 if first.kind != "attribution" else 0)
        return Done(
            who=first.who,
            at=first.at[:16].replace("T", " "),
            words=_said(rows),
            about=about if first.kind != "copy" else about[::-1],
            between=" without " if first.verdict == "split" else " / ",
            n_more=0 if is_undo else max(0, more),
            now=_now(first, found) if len(rows) == 1 else (),
            why=first.why,
            state=stale or state,
            batch="" if is_undone or is_undo else first.batch_id.removeprefix("b2:")[:16],
            href=self._hrefs.get(subject(first), "") if len(rows) == 1 else "",
        )


def _now(row: Decision, found: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Where to look at what a decision about claims or names is about, as the record has it now."""
    path, words = _PLACES.get(row.kind, ("", ""))
    homes = list(dict.fromkeys(home for _, home in found if home and path))
    names = [f"the {words} now"] if len(homes) == 1 else [f"the first {words} now", "the second"]
    return tuple((name, f"{path}{tail(home)}") for name, home in zip(names, homes, strict=False))


def _said(rows: Sequence[Decision]) -> str:
    first = rows[0]
    if first.verdict == UNDO:
        return f"took back {len(first.subject_ids)} decision{'s' * (len(first.subject_ids) != 1)}"
    said = " or ".join(dict.fromkeys(SAID.get(row.verdict, row.verdict) for row in rows))
    return f"{_KIND[first.kind]}: {said}" + (f", {len(rows)} at once" if len(rows) > 1 else "")
