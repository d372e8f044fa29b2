"""Wires the copies step: documents in, passages and derivations out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from string import Template
from typing import Any

from woozle.model.records import Derivation, Document, Passage
from woozle.stages.copies import reading
from woozle.stages.copies.candidates import COMMON, COMMON_RUN, ENOUGH, LONE_RUN, RARE, RUN
from woozle.stages.copies.derive import derivation, parents_of
from woozle.stages.copies.retelling import is_rare
from woozle.stages.copies.rewording import nearest, shared_rewording
from woozle.stages.copies.rows import (
    Aligned,
    Called,
    Made,
    Member,
    Near,
    Outside,
    Pairing,
    Place,
    Placed,
    Printed,
    Profile,
    Ranked,
    RareTerm,
    Sided,
    Stock,
    Terms,
    Tie,
)
from woozle.stages.copies.ties import shared_by, tie
from woozle.step import Engine, Lasting, SetStep, Table


@dataclass(frozen=True, slots=True)
class CopiesSettings:
    """How many pairs are compared.

    Attributes:
        cap: a print in more documents than this says little, so each of them is compared with a few only; a term in
            more documents brings none together.
        hubs: with how many: those that came out first.
        alike: with how many documents that share most rare terms each is compared, in case it tells them again.
        least_terms: the fewest rare terms that such documents share.
        most: a term in more documents than this counts for nothing.
        aligned_up_to: in a pile of no more documents than this, what two share is found apart from what follows from
            it, so that the next run need not look for it again.
    """

    cap: int = 12
    hubs: int = 4
    alike: int = 6
    least_terms: int = 6
    most: int = 40
    aligned_up_to: int = 20_000


#: What the query of pairs takes from the rule in memory.
RULE = {
    "run": RUN,
    "lone_run": LONE_RUN,
    "common_run": COMMON_RUN,
    "rare": RARE,
    "common": COMMON,
    "enough": ENOUGH,
}


def _query(name: str, **values: int) -> str:
    text = files("woozle.stages.copies").joinpath("sql", f"{name}.sql").read_text("utf-8")
    return Template(text).substitute({key: str(int(value)) for key, value in values.items()})


def profile(rows: Sequence[RareTerm]) -> Iterable[Profile]:
    """The known terms of one document."""
    first = rows[0]
    terms, counts = tuple(row.term for row in rows), tuple(row.n_documents for row in rows)
    yield Profile(first.document_id, terms, counts, first.n_pile)


def stock(rows: Sequence[Place]) -> Iterable[Stock]:
    """The stock places of one document."""
    yield Stock(rows[0].document_id, tuple(row.position for row in rows))


def near(members: Sequence[Ranked], *, least_terms: int) -> Iterable[Near]:
    """The few of a group that are nearest to its first document by their rare terms."""
    one, *others = members
    places = nearest(_rare(one), [_rare(other) for other in others], least_terms)
    return (Near(other.group_id, other.document_id) for at, other in enumerate(others) if at in places)


def _rare(row: Ranked) -> list[str]:
    return [term for term, count in zip(row.terms, row.counts, strict=True) if is_rare(count, row.n_pile)]


def aligned(sides: Sequence[Sided]) -> Iterable[Aligned]:
    """What a group's first document shares with each of the others."""
    one, *others = reading.reports(sides)
    for other, side in zip(others, sides[1:], strict=True):
        shared = shared_by(one, other, shared_rewording() if side.is_near else None)
        if shared:
            yield Aligned(side.group_id, side.document_id, shared)


def compare(members: Sequence[Member], *, is_aligned: bool) -> Iterable[Tie]:
    """The ties of a group's first document to the others; `is_aligned`: the members hold what they share with it."""
    one, *others = reading.stories(members)
    for other, member in zip(others, members[1:], strict=True):
        rewording = shared_rewording() if member.is_near else None
        shared = member.shared if is_aligned else shared_by(one.report, other.report, rewording)
        found = tie(one, other, shared)
        if found:
            yield found


def derive(ties: Sequence[Tie]) -> Iterable[Made]:
    """What one child was made from."""
    parents = parents_of(ties)
    retold = tuple(passage for found in parents for passage in found.retold)
    if parents:
        yield Made(ties[0].right_id, tuple(derivation(found) for found in parents), retold)


def passages_of_ties(ties: Sequence[Tie]) -> Iterable[Passage]:
    """Passages that stand in the same words."""
    return (passage for found in ties for passage in found.passages)


def passages_of_children(made: Sequence[Made]) -> Iterable[Passage]:
    """Passages of sentences told again."""
    return (passage for row in made for passage in row.retold)


def derivations_of_children(made: Sequence[Made]) -> Iterable[Derivation]:
    """What the children of the pile were made from."""
    return (row for child in made for row in child.derivations)


#: How the members of a group stand: its first document, then those that are compared with it.
_IN_GROUP = ("is_other", "document_id")


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read out of the documents one by one, and which terms are known and rare in the pile."""

    documents: Table[Document]
    prints: Table[Printed]
    called: Table[Called]
    known: Table[RareTerm]
    rare: Table[RareTerm]


def _dated(engine: Engine, tables: Mapping[str, Table[Any]]) -> Table[Document]:
    """The documents with their dates; they are written anew only where there is a date to add."""
    documents, datings = tables["documents"], tables["datings"]
    if not engine.count(datings):
        return documents
    return engine.keep(engine.sql(_query("dated"), Document, documents=documents, datings=datings))


def _read(engine: Engine, documents: Table[Document], settings: CopiesSettings) -> _Read:
    terms = engine.map(documents, reading.terms, Terms)
    known = engine.keep(engine.sql(_query("known", most=settings.most), RareTerm, terms=terms, documents=documents))
    return _Read(
        documents,
        engine.keep(engine.map(documents, reading.prints, Printed)),
        engine.keep(engine.map(documents, Lasting(reading.called), Called)),
        known,
        engine.keep(engine.sql(_query("rare"), RareTerm, known=known)),
    )


def _pairings(engine: Engine, read: _Read, settings: CopiesSettings) -> Table[Pairing]:
    """Pairs that are worth comparing: by shared prints, by a credit, by rare terms in common."""
    prints = _query("pairs", cap=settings.cap, hubs=settings.hubs, **RULE)
    credited = _query("credited", hubs=settings.hubs)
    alike = _query("alike", cap=settings.cap, least=settings.least_terms, hubs=settings.alike)
    found = (
        engine.sql(prints, Pairing, prints=read.prints, documents=read.documents),
        engine.sql(credited, Pairing, called=read.called, documents=read.documents, rare=read.rare),
        engine.sql(alike, Pairing, rare=read.rare),
    )
    return engine.sql(_query("union"), Pairing, pairings=engine.union(Pairing, *found))


def _ties(engine: Engine, read: _Read, settings: CopiesSettings) -> Table[Tie]:
    places = engine.sql(_query("stock"), Place, prints=read.prints, documents=read.documents)
    profiles = engine.keep(engine.map_groups(read.known, ("document_id",), profile, Profile, order=("term",)))
    grouped = engine.keep(engine.sql(_query("groups"), Placed, pairings=_pairings(engine, read, settings)))
    ranked = engine.sql(_query("ranked"), Ranked, grouped=grouped, profiles=profiles)
    ranking = partial(near, least_terms=settings.least_terms)
    shown: dict[str, Table[Any]] = {
        "grouped": grouped,
        "documents": read.documents,
        "stocks": engine.map_groups(places, ("document_id",), stock, Stock, order=("position",)),
        "near": engine.map_groups(ranked, ("group_id",), ranking, Near, order=_IN_GROUP),
    }
    is_aligned = engine.count(read.documents) <= settings.aligned_up_to
    found = engine.rows(Aligned, ())
    if is_aligned:
        sides = engine.sql(_query("sides"), Sided, **shown)
        found = engine.map_groups(sides, ("group_id",), Lasting(aligned), Aligned, order=_IN_GROUP)
    members = engine.sql(_query("members"), Member, profiles=profiles, aligned=found, **shown)
    return engine.map_groups(members, ("group_id",), partial(compare, is_aligned=is_aligned), Tie, order=_IN_GROUP)


def copies(engine: Engine, tables: Mapping[str, Table[Any]], settings: CopiesSettings) -> Mapping[str, Table[Any]]:
    """Compare what is worth comparing, then look at each child with all it may come from."""
    read = _read(engine, _dated(engine, tables), settings)
    ties = engine.keep(_ties(engine, read, settings))
    made = engine.keep(engine.map_groups(ties, ("right_id",), derive, Made, order=("left_id",)))
    credited = engine.map(read.documents, Lasting(reading.outside), Outside)
    found = engine.keep(engine.map(made, derivations_of_children, Derivation))
    copied = engine.keep(engine.map(ties, passages_of_ties, Passage))
    outside = engine.sql(_query("outside"), Outside, credited=credited, called=read.called, found=found, copied=copied)
    return {
        "passages": engine.union(
            Passage,
            copied,
            engine.map(made, passages_of_children, Passage),
        ),
        "derivations": engine.union(
            Derivation,
            found,
            engine.map(outside, reading.external, Derivation),
        ),
    }


COPIES = SetStep(
    "copies",
    9,
    ("documents", "datings"),
    {"passages": Passage, "derivations": Derivation},
    CopiesSettings(),
    copies,
)
