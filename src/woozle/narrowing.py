"""Narrows the tables of a pile to what some words are about, so that the record of a part can be made of them.

A part is whole in itself: every report that holds the words, every claim that one of these makes, and every report that
makes such a claim too, so that all counts are those of the pile. Of the latter reports only what they say of these
claims is in it.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from woozle.engines.local import LocalEngine
from woozle.errors import UsageError
from woozle.model.decisions import KEYS_OF, UNDO, Decision
from woozle.model.tables import STAGE_TABLES
from woozle.step import Table
from woozle.toolbox.parquet import read_rows


@dataclass(frozen=True, slots=True)
class Key:
    """An id."""

    id: str


@dataclass(frozen=True, slots=True)
class Input:
    """The name of an input that was read."""

    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the rows of a pile.

    Attributes:
        files: the Parquet files of each table that a book is made of.
        n_outside: reports that are left out.
        inputs: names of all inputs that were read, of reports inside and outside.
        n_inputs: those of reports inside.
    """

    files: Mapping[str, Sequence[Path]]
    n_outside: int
    inputs: frozenset[str]
    n_inputs: int


#: By name, what is in the part; each may name those before it.
_INSIDE: Mapping[str, str] = MappingProxyType(
    {
        "part_claims": """
SELECT DISTINCT m.claim_id AS id
FROM judged_claim_members m JOIN assertions a ON a.id = m.id JOIN matching d ON d.id = a.document_id
""",
        "part_events": """
SELECT DISTINCT m.event_id AS id
FROM event_members m JOIN event_mentions e ON e.id = m.id JOIN matching d ON d.id = e.document_id
""",
        "part_assertions": """
SELECT m.id AS id FROM judged_claim_members m JOIN part_claims c ON c.id = m.claim_id
""",
        "part_documents": """
SELECT id FROM matching
UNION SELECT a.document_id AS id FROM assertions a JOIN part_assertions k ON k.id = a.id
UNION SELECT e.document_id AS id FROM event_mentions e JOIN event_members m ON m.id = e.id
      JOIN part_events k ON k.id = m.event_id
""",
        "part_entities": """
SELECT m.entity_id AS id FROM judged_entity_members m JOIN local_entities l ON l.id = m.id
JOIN part_documents d ON d.id = l.document_id
UNION SELECT o.voice.entity_id AS id FROM origins o JOIN part_claims c ON c.id = o.claim_id
WHERE o.voice.entity_id IS NOT NULL
""",
    }
)
_OF_DOCUMENTS = "SELECT r.* FROM rows r SEMI JOIN part_documents d ON d.id = r.document_id"
#: By table, which of its rows are in the part.
_KEPT: Mapping[str, str] = MappingProxyType(
    {
        "documents": "SELECT r.* FROM rows r SEMI JOIN part_documents d ON d.id = r.id",
        **dict.fromkeys(
            ("mentions", "attributions", "times", "places", "quantities", "event_mentions", "datings"), _OF_DOCUMENTS
        ),
        "assertions": "SELECT r.* FROM rows r SEMI JOIN part_assertions k ON k.id = r.id",
        "judged_claim_members": "SELECT r.* FROM rows r SEMI JOIN part_claims c ON c.id = r.claim_id",
        "origin_members": "SELECT r.* FROM rows r SEMI JOIN part_assertions k ON k.id = r.id",
        "event_members": "SELECT r.* FROM rows r SEMI JOIN part_events e ON e.id = r.event_id",
        "judged_entity_members": """
SELECT r.* FROM rows r SEMI JOIN (
  SELECT l.id AS id FROM local_entities l JOIN part_documents d ON d.id = l.document_id) l ON l.id = r.id
""",
        "judged_entities": "SELECT r.* FROM rows r SEMI JOIN part_entities e ON e.id = r.id",
        "passages": """
SELECT r.* FROM rows r SEMI JOIN part_documents a ON a.id = r.left.document_id
SEMI JOIN part_documents b ON b.id = r.right.document_id
""",
        "judged_derivations": """
SELECT r.* FROM rows r SEMI JOIN part_documents c ON c.id = r.child_document_id
LEFT JOIN part_documents p ON p.id = r.parent_document_id
WHERE r.parent_document_id IS NULL OR p.id IS NOT NULL
""",
        "events": "SELECT r.* FROM rows r SEMI JOIN part_events e ON e.id = r.id",
        "claims": "SELECT r.* FROM rows r SEMI JOIN part_claims c ON c.id = r.id",
        "origins": "SELECT r.* FROM rows r SEMI JOIN part_claims c ON c.id = r.claim_id",
        "conflicts": """
SELECT r.* FROM rows r SEMI JOIN part_claims a ON a.id = r.left_claim_id
SEMI JOIN part_claims b ON b.id = r.right_claim_id
""",
        "drifts": """
SELECT r.* FROM rows r SEMI JOIN part_claims c ON c.id = r.claim_id
SEMI JOIN part_assertions a ON a.id = r.from_assertion_id SEMI JOIN part_assertions b ON b.id = r.to_assertion_id
""",
        "claim_links": """
SELECT r.* FROM rows r SEMI JOIN part_assertions a ON a.id = r.left_id
SEMI JOIN part_assertions b ON b.id = r.right_id
""",
    }
)
_INPUTS = "SELECT DISTINCT unnest(inputs) AS name FROM documents"


def narrow(engine: LocalEngine, files: Mapping[str, Sequence[Path]], about: str) -> Part:
    """The part of a pile that some words are about.

    Args:
        engine: the verbs; what is made lies in its scratch folder.
        files: the Parquet files of every table of the pile.
        about: words that a report of the part holds, in whatever order, case and accents.

    Raises:
        UsageError: there is no word, or no report that holds all of them.
        EngineFailed: a query needs more memory than it may take.
    """
    tables = {
        name: Table(STAGE_TABLES[name], tuple(map(str, paths))) for name, paths in files.items() if name in STAGE_TABLES
    }
    matching = engine.sql(_matching(about), Key, documents=tables["documents"])
    if not engine.count(matching):
        raise UsageError(f"no report holds all of these words: {about}. The record was left as it is")
    inside = {"matching": matching}
    asked = {name: tables[name] for name in _ASKED}
    for name, query in _INSIDE.items():
        inside[name] = engine.sql(query, Key, **asked, **inside)
    made = {}
    for name, query in _KEPT.items():
        kept = engine.sql(
            query, STAGE_TABLES[name], rows=tables[name], local_entities=tables["local_entities"], **inside
        )
        made[name] = [Path(path) for path in kept.paths]
    named = engine.sql(_INPUTS, Input, documents=tables["documents"])
    n_outside = engine.count(tables["documents"]) - engine.count(inside["part_documents"])
    inputs = frozenset(row.name for row in read_rows(Input, named.paths))
    own = Table(STAGE_TABLES["documents"], tuple(map(str, made["documents"])))
    return Part({**files, **made}, n_outside, inputs, engine.count(engine.sql(_INPUTS, Input, documents=own)))


#: Tables that the queries of `_INSIDE` name.
_ASKED = (
    "judged_claim_members", "assertions", "event_members", "event_mentions", "judged_entity_members", "local_entities",
    "origins",
)  # fmt: skip


def words_of(about: str) -> list[str]:
    """The words that reports are to hold, without case and accents, each once, sorted.

    Raises:
        UsageError: there is none.
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", about) if not unicodedata.combining(letter))
    words = sorted(set(re.findall(r"\w+", plain.lower())))
    if not words:
        raise UsageError(f"{about!r} holds no word: name some that the reports hold, such as --about 'dam collapse'")
    return words


def _matching(about: str) -> str:
    """A query for the ids of reports that hold all words."""
    # Words are letters and digits, so that nothing in them has to be escaped.
    found = " AND ".join(
        rf"regexp_matches(plain, '(^|[^\p{{L}}\p{{N}}_]){word}([^\p{{L}}\p{{N}}_]|$)')" for word in words_of(about)
    )
    return f"""
WITH folded AS (
  SELECT id, strip_accents(lower(coalesce(title, '') || ' ' || text)) AS plain FROM documents
)
SELECT id FROM folded WHERE {found}
"""


def kept_decisions(decisions: Sequence[Decision], there: Mapping[str, Collection[str]]) -> list[Decision]:
    """The decisions whose rows are all in the part; what is undone goes with what undoes it.

    Args:
        decisions: all of a case.
        there: ids of the rows of the part by table, as `KEYS_OF` names them.
    """
    kept = {row.id for row in decisions if row.verdict != UNDO and set(row.keys) <= set(there[KEYS_OF[row.kind]])}
    kept |= {row.id for row in decisions if row.verdict == UNDO and set(row.subject_ids) <= kept}
    while True:
        whole = {row.id for row in decisions if row.id in kept and {row.undone_by, row.superseded_by} - {None} <= kept}
        if whole == kept:
            return [row for row in decisions if row.id in kept]
        kept = {
            row.id for row in decisions if row.id in whole and (row.verdict != UNDO or set(row.subject_ids) <= whole)
        }


def ids_of(paths: Sequence[Path]) -> frozenset[str]:
    """The ids of the rows of some files."""
    return frozenset(row.id for row in read_rows(Key, paths))
