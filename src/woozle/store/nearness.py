"""What the program was not sure of: pairs of rows near the mark, out of the stages’ tables, for people to judge."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from woozle.model.records import Entity, EntityMember, Mention
from woozle.model.tables import ClaimLink, Near
from woozle.toolbox.names import name_tokens, same_name

#: Statements of two claims are asked about from these hundredths of log-odds on (0 is even), and a statement of a claim
#: if nothing in it is more like it than that. The middle third of the scale, about 1 : 1.6 to 2.2 : 1.
LEAST_APART, MOST_TOGETHER = -50, 80
#: A mention put to an entity with less than this was put there by part of a name only.
_SURE = 0.9
#: Names fit one bearer from .5 on (`same_name`).
_LEAST_ALIKE = 0.5
#: Pairs of each kind that are handed over at most, and entities with one word in their names that are held against each
#: other: a word that more of them have tells none of them apart.
MOST_PAIRS, MOST_WITH_WORD = 4_000, 40
#: Kinds that speak and act, and are worth asking about.
_ASKED = frozenset(("person", "organisation", "group", "outlet"))


def _near(kind: str, left: str, right: str, score: int, why: str) -> Near:
    return Near(f"{kind} {left} {right}", kind, left, right, score, why)


def _first(rows: Iterable[Near], *, is_up: bool) -> list[Near]:
    """As many as are handed over: those that are nearest to being the other way."""
    return sorted(rows, key=lambda row: (row.score if is_up else -row.score, row.id))[:MOST_PAIRS]


def worth_asking(links: pa.Table, claim_of: Mapping[str, str]) -> pa.Table:
    """Those of some rows of ``claim_links`` that `near_statements` looks at.

    They are one in a hundred: to make records of all took half the time of writing a book.
    """
    known = pa.array(claim_of.keys(), pa.string())
    homes = pa.array(claim_of.values(), pa.string()).dictionary_encode().indices
    left, right = (homes.take(pc.index_in(links.column(side), value_set=known)) for side in ("left_id", "right_id"))
    is_alike = pc.greater_equal(links.column("score"), LEAST_APART)
    is_asked: Any = pc.or_(pc.equal(left, right), pc.and_(is_alike, pc.is_null(links.column("clash"))))
    is_pair = pc.not_equal(links.column("left_id"), links.column("right_id"))
    # A null, of a statement that is in no claim, is no row either.
    return links.filter(pc.and_(pc.and_(is_asked, is_pair), pc.is_valid(pc.equal(left, right))))


def near_statements(links: Iterable[ClaimLink], claim_of: Mapping[str, str]) -> Iterator[Near]:
    """Pairs of claims by the two statements that are most alike, and statements that hang loosely in their claim."""
    apart: dict[tuple[str, str], ClaimLink] = {}
    inside: dict[str, tuple[int, str, str]] = {}
    for link in links:
        if link.left_id == link.right_id:
            continue
        left, right = claim_of.get(link.left_id), claim_of.get(link.right_id)
        if left is None or right is None:
            continue
        if left == right:
            for one, other in ((link.left_id, link.right_id), (link.right_id, link.left_id)):
                inside[one] = max(inside.get(one, (link.score, other, link.words)), (link.score, other, link.words))
        elif link.clash is None and link.score >= LEAST_APART:
            pair = (min(left, right), max(left, right))
            best = apart.get(pair)
            if best is None or (link.score, link.id) > (best.score, best.id):
                apart[pair] = link
    pairs = (_near("claims", row.left_id, row.right_id, row.score, row.words) for row in apart.values())
    yield from _first(pairs, is_up=False)
    loose = {
        frozenset((one, other)): _near("member", one, other, score, words)
        for one, (score, other, words) in sorted(inside.items(), reverse=True)
        if score <= MOST_TOGETHER
    }
    yield from _first(loose.values(), is_up=True)


def _blocks(entities: Sequence[Entity]) -> Iterator[list[Entity]]:
    """Entities of one kind that have a word in common."""
    by_word: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for row in entities:
        kind = "person" if row.kind == "person" else "body"
        for word in dict.fromkeys(name_tokens(row.name, row.kind)):
            by_word[kind, word].append(row)
    yield from (found for _, found in sorted(by_word.items(), key=lambda item: item[0]) if len(found) > 1)


def near_names(entities: Iterable[Entity]) -> Iterator[Near]:
    """Entities that are called alike and were not taken for one.

    Names that are protected are never asked about: a question alone would narrow down who is meant. Of many that have
    the very same name, each is held against the first only.
    """
    rows = sorted((row for row in entities if row.kind in _ASKED and not row.protected), key=lambda row: row.id)
    found: dict[tuple[str, str], Near] = {}
    for block in _blocks(rows):
        words = {row.id: name_tokens(row.name, row.kind) for row in block}
        first = {words[row.id]: row for row in reversed(block)}
        for row in block:
            head = first[words[row.id]]
            if head.id != row.id:
                found[head.id, row.id] = _near("names", head.id, row.id, 100, "The same name")
        heads = sorted(first.values(), key=lambda row: row.id)[:MOST_WITH_WORD]
        for at, one in enumerate(heads):
            for other in heads[at + 1 :]:
                score = same_name(one.name, other.name, one.kind)
                if score >= _LEAST_ALIKE and (one.id, other.id) not in found:
                    found[one.id, other.id] = _near("names", one.id, other.id, round(100 * score), "Names that fit one")
    yield from _first(found.values(), is_up=False)


def near_mentions(members: Iterable[EntityMember], mentions: Iterable[Mention]) -> Iterator[Near]:
    """Mentions that were put to an entity by part of a name; ``entity_id`` of `mentions` is the local one."""
    weak = {row.id: row for row in members if row.score < _SURE}
    first: dict[str, str] = {}
    for mention in mentions if weak else ():
        key = mention.entity_id
        if key in weak and (key not in first or mention.id < first[key]):
            first[key] = mention.id
    rows = (
        _near("name", first[row.id], row.entity_id, round(100 * row.score), row.reasons[0].value if row.reasons else "")
        for row in weak.values()
        if row.id in first
    )
    yield from _first(rows, is_up=True)
