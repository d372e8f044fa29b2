"""Forms: the names of a pile, folded; local entities with one form are one bearer as far as this room can know.

Which local entities never share a form, and why:

- An unnamed person ("a soldier") and a role phrase without a proper name ("the ministry", "the union") stay inside
  their document. Two reports may mean the ministries of two countries, and a false merger would make two voices one; a
  missed one is shown to the reader as a range. Of bodies that a state has one of, `common` puts some together.
- A protected name (call sign, nickname) shares a form only with the same protected name.
- A role with capitals ("Defence Ministry") is one body in all documents, unless longer names of the pile show that
  there are several ("Kestravan Defence Ministry" and another): then it stays inside its document.
- A bare acronym or surname that fits several bearers of the pile stays inside its document (`cluster`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from woozle.model.records import LocalEntity
from woozle.toolbox.names import THINGS, fold_name, is_acronym, name_tokens

_PROPER = re.compile(r"[^\W\d_a-z]|\d")


@dataclass(frozen=True, slots=True)
class Form:
    """One folded name and who bears it in the pile.

    ``family`` is person, place or body; ``document_id`` is set where the form must stay inside one document.
    """

    family: str
    folded: str
    is_protected: bool
    document_id: str
    words: tuple[str, ...]
    is_acronym: bool
    locals: tuple[LocalEntity, ...]

    @property
    def key(self) -> tuple[str, str, bool, str]:
        """What makes the form this form; also its sort key."""
        return self.family, self.folded, self.is_protected, self.document_id

    @property
    def name(self) -> str:
        """How the first of its bearers, by code point, writes it."""
        return min(member.name for member in self.locals)

    @property
    def is_role(self) -> bool:
        """Whether the name says only what the body is: two countries may have one each."""
        return self.family == "body" and not self.is_acronym and len(self.words) > 1 and is_only_role(self.words)

    @property
    def is_full(self) -> bool:
        """Whether the name can stand for its bearer: no acronym, no role, and not one word of a person's name."""
        return not self.is_acronym and not self.is_role and (self.family != "person" or len(self.words) > 1)


def family_of(kind: str) -> str:
    """The kinds whose names may mean one bearer: persons, places, and all kinds of bodies and things."""
    return "body" if kind in THINGS else kind


def has_proper_name(name: str) -> bool:
    """Whether a name holds a capital or a number behind its article: "the Saltby police", not "The ministry"."""
    words = name.split()
    if words and words[0].lower() in ("the", "a", "an"):
        words = words[1:]
    elif len(words) > 1 and words[0][:1].isupper() and not any(_PROPER.match(word) for word in words[1:]):
        return words[0].lower() not in _ROLES and not set(" ".join(words).lower().split()) <= _ROLES
    return any(_PROPER.search(word) for word in words) and not {word.lower() for word in words} <= _ROLES


_ROLES = frozenset(
    (
        "police army navy government ministry directorate agency board commission authority committee council "
        "senate supreme high national state federal central officials official residents witnesses authorities "
        "military rebels troops spokesman spokeswoman president minister mayor governor prosecutors court "
        "parliament union company hospital rescuers medics soldiers villagers doctors he she they his her a an the "
        "of and local senior defence interior foreign health transport finance justice education coastguard coast "
        "guard border air force forces armed cabinet treasury junta gendarmerie one man woman resident witness "
        "source sources security service services department"
    ).split()
)


def is_role_name(name: str, kind: str) -> bool:
    """Whether a body is called by what it is, as by a name: "Defence Ministry", "Supreme Court", not "the ministry"."""
    words = [word for word in name.split() if word.lower() not in ("the", "of", "for")]
    return family_of(kind) == "body" and len(words) > 1 and all(word[:1].isupper() for word in words)


def is_only_role(words: Iterable[str]) -> bool:
    """Whether folded words say what a body is and not which."""
    return all(word in _ROLES for word in words)


def _is_bound(entity: LocalEntity) -> bool:
    return not has_proper_name(entity.name) and not is_role_name(entity.name, entity.kind)


@dataclass(frozen=True, slots=True)
class _Known:
    """Folded names of a pile's places and bodies, and the words that begin or end a person's full name."""

    places: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]


def _known(entities: Iterable[LocalEntity]) -> _Known:
    places, bodies, people = set(), set(), set()
    for entity in entities:
        words = name_tokens(entity.name, entity.kind)
        if entity.protected or not words:
            continue
        if entity.kind == "place":
            places.add(" ".join(words))
        elif entity.kind == "person":
            people |= {words[0], words[-1]} if len(words) > 1 else set()
        elif entity.kind != "other" and has_proper_name(entity.name):
            bodies.add(" ".join(words))
    return _Known(frozenset(places), frozenset(bodies), frozenset(people))


def _family(entity: LocalEntity, folded: str, known: _Known) -> str:
    """The family of a local entity; names that one report takes for something else go with what the others say."""
    if entity.kind == "other" and not entity.protected and folded in known.places:
        return "place"
    is_bare = entity.kind == "person" and not entity.protected and " " not in folded
    if is_bare and folded in known.bodies and folded not in known.people:
        return "body"  # "Wagner" the fighters, of whom one report says "Wagner marched"
    return family_of(entity.kind)


def forms_of(entities: Iterable[LocalEntity]) -> list[Form]:
    """The forms of a pile, sorted by key; the order of the entities does not matter."""
    rows = list(entities)
    known = _known(rows)
    groups: dict[tuple[str, str, bool, str], list[LocalEntity]] = defaultdict(list)
    for entity in rows:
        folded = fold_name(entity.name, entity.kind) or entity.name.casefold()
        bound = entity.document_id + entity.id if entity.protected and _is_bound(entity) else ""
        bound = bound or (entity.document_id if _is_bound(entity) else "")
        groups[_family(entity, folded, known), folded, entity.protected, bound].append(entity)
    return [
        Form(
            *key,
            name_tokens(members[0].name, members[0].kind),
            key[0] == "body" and any(is_acronym(member.name) for member in members),
            tuple(sorted(members, key=lambda member: member.id)),
        )
        for key, members in sorted(groups.items())
    ]
