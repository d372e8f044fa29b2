"""Tells whether a voice without a name may be another voice behind the same claim: "the company", "the note"."""

from woozle.stages.origins.evidence import Voiced
from woozle.stages.origins.unnamed import BODY, describes_body, describes_paper, head_of, is_definite
from woozle.toolbox.link.words import concept, words_in

#: Nouns for a business that any firm may mean.
_FIRM = frozenset("company firm enterprise operator employer owner owners concern maker manufacturer plant".split())
#: Nouns for a body of which nothing else is said.
_ANY = frozenset("monitor watchdog group organisation organization charity ngo institution movement body".split())
#: Nouns that say of a name that it is neither a firm nor a group of private people.
_PUBLIC = frozenset(
    concept(word)
    for word in (
        "ministry department government police army navy coastguard council court commission parliament embassy "
        "hospital clinic school church university brigade inspectorate chancery presidency cabinet prosecution union "
        "staff"
    ).split()
)
_NOUNS = BODY | _FIRM | _ANY


def is_loose(row: Voiced) -> bool:
    """Whether the words for a source name nobody, so that it may be somebody who is named elsewhere."""
    said = row.said
    if said.kind == "own_reporting" or said.is_vague:
        return True
    if said.entity_id is not None:
        return row.speaks is not None and row.body is None
    return (
        is_definite(said.source)
        or describes_body(said.source)
        or describes_paper(said.source)
        or head_of(said.source) in _NOUNS
        or len(words_in(said.source)) == 1
    )


def may_be(row: Voiced, other: Voiced) -> bool:
    """Whether a voice without a name may be another: a body only one that its noun fits.

    "The company" may be any firm and whoever speaks for one, but no ministry; "the police" not a hospital.
    """
    said = row.said
    if said.kind == "own_reporting" or said.is_vague:
        return True
    is_body = other.body is not None or other.said.kind == "organisation" or head_of(other.said.source) in _NOUNS
    if said.entity_id is not None:
        return is_body or _is_of_nobody(other)
    head = head_of(said.source)
    if head not in _NOUNS:
        return True
    if other.said.kind == "own_reporting":
        return False
    named = {concept(word) for word in words_in(_name(other))}
    if concept(head) in named or _is_of_nobody(other):
        return True
    return head in _FIRM | _ANY and is_body and not named & _PUBLIC


def _name(row: Voiced) -> str:
    return row.body or row.said.name or row.said.source


def _is_of_nobody(row: Voiced) -> bool:
    """Whether somebody speaks for a body of which nobody says which it is."""
    return row.speaks is not None and not row.body
