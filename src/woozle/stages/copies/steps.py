"""Wires the copies step: documents in, passages and derivations out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from woozle.model.records import Derivation, Document, Passage
from woozle.stages.copies.candidates import prints_of
from woozle.stages.copies.parents import derivations_of, outside_of
from woozle.stages.copies.rows import Member, Outside, Pairing, Place, Print, Stock, Tie
from woozle.stages.copies.tying import ties_of
from woozle.step import Engine, SetStep, Table
from woozle.toolbox.copying.outlets import aliases_of, outside_credits
from woozle.toolbox.copying.prints import Hasher


@dataclass(frozen=True, slots=True)
class CopiesSettings:
    """How many pairs are compared.

    Attributes:
        cap: a print in more documents than this says little, so each of them is compared with a few only.
        hubs: with how many: the first by document id.
    """

    cap: int = 12
    hubs: int = 4


def _query(name: str) -> str:
    return files("woozle.stages.copies").joinpath("sql", name).read_text("utf-8")


def prints(documents: Sequence[Document]) -> Iterable[Print]:
    """The prints of a batch of documents."""
    hasher = Hasher()
    for document in documents:
        for value, at in prints_of(document.text, hasher).items():
            yield Print(document.id, value, at)


def stock(places: Sequence[Place]) -> Iterable[Stock]:
    """The stock places of one document."""
    yield Stock(places[0].document_id, tuple(sorted({place.position for place in places})))


def shared(ties: Sequence[Tie]) -> Iterable[Passage]:
    """The passages of some ties."""
    return (row for tie in ties for row in tie.passages)


def credits_outside(documents: Sequence[Document], *, names: frozenset[str]) -> Iterable[Outside]:
    """Whom a batch of documents credits, except outlets of the pile.

    Args:
        documents: the batch.
        names: what the outlets of the pile are called, in small letters.
    """
    for document in documents:
        for credit in outside_credits(document.text):
            own = {alias.lower() for alias in aliases_of(document.outlet or "")}
            if not {credit.outlet.lower(), *(alias.lower() for alias in aliases_of(credit.outlet))} & (names | own):
                words = " ".join(document.text[max(0, credit.start - 12) : credit.end + 12].split())
                yield Outside(document.id, credit.outlet, words)


def copies(engine: Engine, tables: Mapping[str, Table[Any]], settings: CopiesSettings) -> Mapping[str, Table[Any]]:
    """Prints, pairs that share a rare one, a close look at each, and then the direct parents over all."""
    documents = tables["documents"]
    printed = engine.keep(engine.map(documents, prints, Print))
    places = engine.sql(_query("stock.sql"), Place, prints=printed, documents=documents)
    stocks = engine.map_groups(places, ("document_id",), stock, Stock, order=("position",))
    query = _query("pairs.sql").format(cap=int(settings.cap), hubs=int(settings.hubs))
    pairs = engine.keep(engine.sql(query, Pairing, prints=printed))
    members = engine.sql(_query("members.sql"), Member, pairs=pairs, documents=documents, stock=stocks)
    ties = engine.keep(engine.map_groups(members, ("group_id",), ties_of, Tie, order=("is_other", "document_id")))
    inside = engine.map_groups(ties, (), derivations_of, Derivation, order=("left_id", "right_id"))
    credited = engine.map_groups(documents, (), _all_outside, Derivation, order=("id",))
    return {
        "passages": engine.map(ties, shared, Passage),
        "derivations": engine.union(Derivation, inside, credited),
    }


def _all_outside(documents: Sequence[Document]) -> Iterable[Derivation]:
    names = frozenset(
        alias.lower() for document in documents if document.outlet for alias in aliases_of(document.outlet)
    )
    return outside_of(list(credits_outside(documents, names=names)))


COPIES = SetStep(
    "copies", 1, ("documents",), {"passages": Passage, "derivations": Derivation}, CopiesSettings(), copies
)
