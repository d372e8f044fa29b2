"""Small piles of reports written by hand, with what earlier rooms would have read, and the claims made of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from woozle.engines.local import LocalEngine
from woozle.model import records as r
from woozle.model.decisions import Decision
from woozle.model.ids import row_id
from woozle.model.tables import DECISION_TABLES, STAGE_TABLES
from woozle.model.values import Carrier, Published, Side, Span, Token
from woozle.stages import judge, origins
from woozle.stages.cluster.steps import CLUSTER, CONFLICTS
from woozle.stages.extract.steps import EXTRACT
from woozle.toolbox.parquet import read_rows

_SENTENCE = re.compile(r"\S[^.!?\n]*(?:[.!?]+[\"”’)]*|$|(?=\n))")
_READ = (
    "documents datings sentences mentions local_entities attributions passages derivations entities entity_members"
).split()


@dataclass
class Report:
    """One report of a pile; its rows stand in the pile."""

    pile: "Pile"
    id: str
    text: str

    def span(self, words: str) -> Span:
        """Where some words stand first."""
        at = self.text.index(words)
        return Span(at, at + len(words), words)

    def local(self, name: str, kind: str) -> str:
        """The local entity of a name; the same name is the same entity in every report."""
        key, entity = row_id("local", self.id, name), row_id("entity", name)
        rows = self.pile.rows
        if all(row.id != key for row in rows["local_entities"]):
            rows["local_entities"].append(r.LocalEntity(key, self.id, name, kind, (name,), False))
            rows["entity_members"].append(r.EntityMember(key, entity, 1.0, ()))
        if all(row.id != entity for row in rows["entities"]):
            rows["entities"].append(r.Entity(entity, name, kind, (name,), False))
        return key

    def names(self, name: str, kind: str) -> "Report":
        """A name that stands in the text."""
        span = self.span(name)
        row = r.Mention(row_id("mention", self.id, span.start), self.id, span, kind, self.local(name, kind))
        self.pile.rows["mentions"].append(row)
        return self

    def quotes(self, content: str, source: str, **how: Any) -> "Report":
        """Words put down to somebody. ``name``, ``kind``: whom the source means; ``via``: outlets in between."""
        name, kind = how.get("name"), how.get("kind", "person")
        via = tuple(Carrier(self.span(one), "outlet", self.local(one, "outlet")) for one in how.get("via", ()))
        row = r.Attribution(
            row_id("attribution", self.id, content, source),
            self.id,
            how.get("mode", "indirect"),
            (self.span(content),),
            None,
            self.span(source) if source else None,
            self.local(name, kind) if name else None,
            via,
            how.get("act", "assert"),
            how.get("stance", "plain"),
            None,
        )
        self.pile.rows["attributions"].append(row)
        return self


@dataclass
class Pile:
    """Reports and the rows read from them."""

    rows: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in _READ})

    def report(self, outlet: str | None, day: str | None, text: str) -> Report:
        """Add a report of one outlet and day."""
        key = row_id("document", outlet, text)
        published = Published(f"{day}T00:00:00Z", f"{day}T23:59:59Z", "stated") if day else None
        self.rows["documents"].append(
            r.Document(key, "sha256:", "x", ("x",), outlet, None, None, (), published, "en", "utf-8", text, ())
        )
        for paragraph, line in enumerate(re.finditer(r"[^\n]+", text)):
            for match in _SENTENCE.finditer(text, line.start(), line.end()):
                tokens = tuple(Token(m.start(), m.end()) for m in re.finditer(r"\w+", match[0]))
                row = r.Sentence(row_id("sentence", key, match.start()), key, *match.span(), paragraph, tokens)
                self.rows["sentences"].append(row)
        return Report(self, key, text)

    def copied(self, child: Report, parent: Report, words: str, kind: str = "verbatim") -> None:
        """The child took some words from the parent."""
        left, right = parent.span(words), child.span(words)
        self.rows["passages"].append(
            r.Passage(
                row_id("passage", parent.id, child.id, words),
                Side(parent.id, left.start, left.end, words),
                Side(child.id, right.start, right.end, words),
                kind,
                1.0,
                (),
            )
        )
        self.derived(child, parent, kind)

    def derived(self, child: Report, parent: Report, kind: str = "paraphrase") -> None:
        """The child was made from the parent."""
        key = row_id("derivation", child.id, parent.id)
        if all(row.id != key for row in self.rows["derivations"]):
            row = r.Derivation(key, child.id, parent.id, None, kind, "known", False, 1.0, ())
            self.rows["derivations"].append(row)


@dataclass(frozen=True)
class Concluded:
    """What extract, cluster and origins make of a pile: rows by table, each by id."""

    tables: dict[str, Sequence[Any]]

    def claim_of(self, words: str) -> r.Claim:
        """The claim of the first assertion that holds some words."""
        said = next(row for row in self.tables["assertions"] if any(words in span.text for span in row.spans))
        home = next(row.claim_id for row in self.tables["claim_members"] if row.id == said.id)
        return next(row for row in self.tables["claims"] if row.id == home)

    def origins_of(self, claim: r.Claim) -> list[r.Origin]:
        """The origins of a claim."""
        return [row for row in self.tables["origins"] if row.claim_id == claim.id]


def conclude(
    pile: Pile,
    folder: Path,
    *,
    is_reversed: bool = False,
    workers: int = 1,
    decided: Mapping[str, Sequence[Decision]] = MappingProxyType({}),
) -> Concluded:
    """Run extract, cluster, judge and origins over a pile; with its rows in the opposite order if asked.

    Args:
        pile: what was read.
        folder: for the tables.
        is_reversed: whether every table is turned around.
        workers: threads and processes.
        decided: decisions in force, by table.
    """
    rows = {name: list(reversed(table)) if is_reversed else table for name, table in pile.rows.items()}
    rows |= EXTRACT.function(rows, EXTRACT.settings)  # type: ignore[arg-type]
    folder.mkdir(parents=True, exist_ok=True)
    engine = LocalEngine(folder, workers=workers, megabytes=512)
    try:
        tables: dict[str, Any] = {name: engine.rows(STAGE_TABLES[name], table) for name, table in rows.items()}
        tables |= {name: engine.rows(row, decided.get(name, ())) for name, row in DECISION_TABLES.items()}
        for step in (CLUSTER, *judge.STEPS, CONFLICTS, *origins.STEPS):
            tables |= step.function(engine, tables, step.settings)  # type: ignore[operator]
        made = {name: read_rows(table.row, [Path(p) for p in table.paths]) for name, table in tables.items()}
    finally:
        engine.close()
    return Concluded({name: sorted(found, key=lambda row: row.id) for name, found in made.items()})
