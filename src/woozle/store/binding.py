"""Binding: the tables of the stages become the book."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from woozle.model.happenings import EventMember
from woozle.model.ids import row_id
from woozle.model.records import ClaimMember, EntityMember, Problem
from woozle.model.tables import RECORD_TABLES, Dating, OriginMember
from woozle.store.book import build
from woozle.store.joins import Links, event_of_claims, joined
from woozle.toolbox.parquet import read_rows

#: Raised whenever the same tables would give another book.
VERSION = "4"


def book_generation(generations: Mapping[str, str], pile: str, refused: Sequence[Problem]) -> str:
    """The name of the book that these tables give."""
    parts = [f"{table}={generation}" for table, generation in sorted(generations.items())]
    return row_id("book", VERSION, pile, *parts, *(problem.id for problem in refused)).removeprefix("b2:")[:16]


def bind(
    folder: Path,
    generation: str,
    *,
    files: Mapping[str, Sequence[Path]],
    refused: Sequence[Problem],
    facts: Mapping[str, Any],
) -> None:
    """Build the book of a generation out of the stages' files and make it the live one.

    Args:
        folder: the case.
        generation: from `book_generation`.
        files: the Parquet files of each stage table.
        refused: problems of inputs that never became a capture.
        facts: plain values to keep with the book.

    Raises:
        OSError, sqlite3.OperationalError: the disk is full, or the folder cannot be written.
        IntegrityError: two rows of one table have one id.
    """
    claims = {row.id: row.claim_id for row in _rows(ClaimMember, files, "claim_members")}
    told = {row.id: row.event_id for row in _rows(EventMember, files, "event_members")}
    links = Links(
        {row.id: row.entity_id for row in _rows(EntityMember, files, "entity_members")},
        claims,
        {row.id: row.origin_id for row in _rows(OriginMember, files, "origin_members")},
        told | event_of_claims(claims, told),
        {row.document_id: row for row in _rows(Dating, files, "datings")},
    )
    tables: dict[str, Iterable[Any]] = {
        table: joined(table, _rows(row, files, table), links) for table, row in RECORD_TABLES.items() if table in files
    }
    tables["problems"] = _problems(files, refused)
    build(folder, generation, tables, facts)


def _rows(row: type[Any], files: Mapping[str, Sequence[Path]], table: str) -> Iterator[Any]:
    for path in files.get(table, ()):
        yield from read_rows(row, [path])


def _problems(files: Mapping[str, Sequence[Path]], refused: Sequence[Problem]) -> list[Problem]:
    found = {row.id: row for row in refused}
    for table in sorted(files):
        if table.endswith("_problems"):
            found.update((row.id, row) for row in _rows(Problem, files, table))
    return sorted(found.values(), key=lambda row: row.id)
