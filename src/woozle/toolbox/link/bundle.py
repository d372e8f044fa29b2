"""All rows of one document as one kind of row, so that an engine can group several tables together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any

from woozle.model.records import Assertion, Attribution, Document, Mention, Quantity, Sentence, Time
from woozle.model.tables import Dating


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a local entity (``id``) of a document means: its entity in the record."""

    id: str
    document_id: str
    entity_id: str
    name: str
    kind: str
    protected: bool


#: Tables whose rows `parts` takes as they are, and those that `BEARERS` joins.
PART_TABLES = ("documents", "sentences", "mentions", "attributions", "times", "quantities", "assertions", "datings")
BEARER_TABLES = ("local_entities", "entity_members", "entities")
#: The same as people decided them, by the name that `BEARERS` calls them.
JUDGED_BEARERS: Mapping[str, str] = MappingProxyType(
    {"local_entities": "local_entities", "entity_members": "judged_entity_members", "entities": "judged_entities"}
)
#: A query for `Bearer` rows over the BEARER_TABLES.
BEARERS = """
SELECT l.id AS id, l.document_id AS document_id, e.id AS entity_id, e.name AS name, e.kind AS kind,
       e.protected AS protected
FROM local_entities l JOIN entity_members m ON m.id = l.id JOIN entities e ON e.id = m.entity_id
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a document: exactly one of the fields behind ``id`` is not None."""

    document_id: str
    id: str
    document: Document | None
    sentence: Sentence | None
    mention: Mention | None
    attribution: Attribution | None
    time: Time | None
    dating: Dating | None
    quantity: Quantity | None
    assertion: Assertion | None
    bearer: Bearer | None


def part_query(part: type[Any], field: str, source: str = "rows") -> str:
    """A query for rows of a class like `Part` out of rows of one table, or out of `source`.

    Args:
        part: its fields are ``document_id``, ``id`` and one for each table.
        field: the one that takes the row; all others are null.
        source: a table, or a query in brackets.
    """
    names = [each.name for each in fields(part)][2:]
    document = "r.id" if field == "document" else "r.document_id"
    others = ", ".join(f'{"r" if name == field else "NULL"} AS "{name}"' for name in names)
    return f"SELECT {document} AS document_id, r.id AS id, {others} FROM {source} r"


def without(row: type[Document] | type[Sentence], *left_out: str) -> str:
    """Rows of a class with null for some fields; column by column, for not every engine knows REPLACE."""
    names = (each.name for each in fields(row))
    columns = (f'CASE WHEN FALSE THEN "{name}" END AS "{name}"' if name in left_out else f'"{name}"' for name in names)
    return f"(SELECT {', '.join(columns)} FROM rows)"


#: By table, and for ``bearers``, a query for `Part` rows over its ``rows``. Where in the capture a document's text
#: stands, and the words of a sentence, are many rows that nobody asks a bundle for; they are left out.
PART_QUERIES: Mapping[str, str] = MappingProxyType(
    {f"{name}s": part_query(Part, name) for name in "mention attribution time assertion dating bearer".split()}
    | {
        "quantities": part_query(Part, "quantity"),
        "documents": part_query(Part, "document", without(Document, "byte_map")),
        "sentences": part_query(Part, "sentence", without(Sentence, "tokens")),
    }
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The rows of one document, each kind by id."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    attributions: dict[str, Attribution]
    times: dict[str, Time]
    quantities: dict[str, Quantity]
    assertions: tuple[Assertion, ...]
    bearers: dict[str, Bearer]


def bundle(rows: Sequence[Part]) -> Bundle | None:
    """The parts of one document put together; None where the document itself is not among them."""
    document = next((row.document for row in rows if row.document), None)
    if document is None:
        return None
    dating = next((row.dating for row in rows if row.dating), None)
    return Bundle(
        document if dating is None else replace(document, published=dating.published, not_before=None),
        tuple(sorted((row.sentence for row in rows if row.sentence), key=lambda s: (s.start, s.end, s.id))),
        tuple(
            sorted((row.mention for row in rows if row.mention), key=lambda m: (m.span.start, m.span.end, m.id)),
        ),
        {row.id: row.attribution for row in rows if row.attribution},
        # Not as a dating tells them: a year lent by other reports is no evidence that statements differ from theirs.
        {row.id: row.time for row in rows if row.time},
        {row.id: row.quantity for row in rows if row.quantity},
        tuple(sorted((row.assertion for row in rows if row.assertion), key=lambda a: (a.spans[0].start, a.id))),
        {row.id: row.bearer for row in rows if row.bearer},
    )
