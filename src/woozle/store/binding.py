"""Binding: the tables of the stages become the book."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from woozle.model.decisions import Decision
from woozle.model.happenings import EventMember
from woozle.model.ids import row_id
from woozle.model.records import ClaimMember, Entity, EntityMember, Mention, Problem
from woozle.model.tables import RECORD_TABLES, ClaimLink, Dating, Near, OriginMember
from woozle.store.book import build
from woozle.store.joins import Links, claims_of_events, decided_about, event_of_claims, joined
from woozle.store.nearness import near_mentions, near_names, near_statements, worth_asking
from woozle.store.standing import Standing
from woozle.toolbox.parquet import read_chosen, read_rows

#: Raised whenever the same tables would give another book.
VERSION = "7"


def book_generation(generations: Mapping[str, str], pile: str, refused: Sequence[Problem]) -> str:
    """The name of the book that these tables give."""
    parts = [f"{table}={generation}" for table, generation in sorted(generations.items())]
    return row_id("book", VERSION, pile, *parts, *(problem.id for problem in refused)).removeprefix("b2:")[:16]


@dataclass(frozen=True, slots=True)
class Material:
    """What a book is made of.

    Attributes:
        files: the Parquet files of each stage table.
        refused: problems of inputs that never became a capture.
        decisions: all that people decided, in the order of the journal.
    """

    files: Mapping[str, Sequence[Path]]
    refused: Sequence[Problem]
    decisions: Sequence[Decision]


def bind(folder: Path, generation: str, material: Material, *, facts: Mapping[str, Any]) -> None:
    """Build the book of a generation out of the stages' files and make it the live one.

    Args:
        folder: the case.
        generation: from `book_generation`.
        material: what it is made of.
        facts: plain values to keep with the book.

    Raises:
        OSError, sqlite3.OperationalError: the disk is full, or the folder cannot be written.
        IntegrityError: two rows of one table have one id.
    """
    files = material.files
    links = _links(files)
    standing = Standing(material.decisions)
    tables: dict[str, Iterable[Any]] = {
        table: standing.watched(joined(table, _rows(row, files, _JUDGED.get(table, table)), links))
        for table, row in RECORD_TABLES.items()
        if _JUDGED.get(table, table) in files
    }
    tables["decisions"] = standing.rows(links)
    tables["problems"] = _problems(files, material.refused)
    tables["near"] = _near(files, links)
    build(folder, generation, tables, facts)


#: Tables of the record that are written as people decided them.
_JUDGED: Mapping[str, str] = MappingProxyType({"entities": "judged_entities", "derivations": "judged_derivations"})


def _links(files: Mapping[str, Sequence[Path]]) -> Links:
    claimed = list(_rows(ClaimMember, files, "judged_claim_members"))
    meant = list(_rows(EntityMember, files, "judged_entity_members"))
    claims = {row.id: row.claim_id for row in claimed}
    told = {row.id: row.event_id for row in _rows(EventMember, files, "event_members")}
    return Links(
        {row.id: row.entity_id for row in meant},
        claims,
        {row.id: row.origin_id for row in _rows(OriginMember, files, "origin_members")},
        told | event_of_claims(claims, told),
        {row.document_id: row for row in _rows(Dating, files, "datings")},
        claims_of_events(claims, told),
        decided_about(
            (*((row.claim_id, row.reasons) for row in claimed), *((row.entity_id, row.reasons) for row in meant))
        ),
    )


def _near(files: Mapping[str, Sequence[Path]], links: Links) -> Iterator[Near]:
    asked = partial(worth_asking, claim_of=links.claim)
    yield from near_statements(read_chosen(ClaimLink, files.get("claim_links", ()), asked), links.claim)
    yield from near_names(_rows(Entity, files, "judged_entities"))
    members = _rows(EntityMember, files, "judged_entity_members")
    yield from near_mentions(members, _rows(Mention, files, "mentions"))


def _rows(row: type[Any], files: Mapping[str, Sequence[Path]], table: str) -> Iterator[Any]:
    for path in files.get(table, ()):
        yield from read_rows(row, [path])


def _problems(files: Mapping[str, Sequence[Path]], refused: Sequence[Problem]) -> list[Problem]:
    found = {row.id: row for row in refused}
    for table in sorted(files):
        if table.endswith("_problems"):
            found.update((row.id, row) for row in _rows(Problem, files, table))
    return sorted(found.values(), key=lambda row: row.id)
