"""Brings the claims of a truth and those of a record together, by the statements that both hold."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from benchmarks.growing.pages import shown_file
from benchmarks.scoring.finding import Text, around

#: A statement lies in an assertion if they share this part of the words of the shorter one.
LEAST = 0.3
TABLES = ("documents", "assertions", "claims", "conflicts", "derivations")

Row = Mapping[str, Any]


def read_truth(story: Path) -> dict[str, Any]:
    """The truth of a story: ``truth.json``, or a folder of JSON Lines beside it.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    if (story / "truth.json").exists():
        truth: dict[str, Any] = json.loads((story / "truth.json").read_text("utf-8"))
        return truth
    return {path.stem: list(_lines(path)) for path in sorted((story / "truth").glob("*.jsonl"))}


def read_record(export: Path) -> dict[str, list[Row]]:
    """The tables of an exported record that are scored; one that is not there is empty, but for the documents.

    Raises:
        OSError, ValueError: it cannot be read.
    """
    read = {name: export / f"{name}.jsonl" for name in TABLES}
    return {name: list(_lines(path)) if name == "documents" or path.exists() else [] for name, path in read.items()}


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class Found:
    """A claim of the truth, the claim of the record that holds most of its statements, and how many it holds."""

    gold: Row
    claim: Row | None
    n_held: int

    @property
    def true(self) -> int:
        """How many voices there are."""
        return int(self.gold["independent_voices"])

    @property
    def voices(self) -> Mapping[str, int] | None:
        """The range that the record gives, if more than half of the statements stand in its one claim."""
        is_held = self.claim is not None and 2 * self.n_held > len(self.gold["statements"])
        return self.claim["voices"] if is_held and self.claim else None


class Match:
    """A truth and a record, and what belongs to what."""

    def __init__(self, story: Path, truth: Mapping[str, Any], record: Mapping[str, Sequence[Row]]) -> None:
        """Take what was read."""
        self._story, self.truth, self.record = story, truth, record
        by_name = {_name(row.get("input") or ""): row for row in record["documents"]}
        golds = truth["documents"]
        #: The record's row of each report of the truth that it has, by the id in the truth.
        self.documents = {row["id"]: by_name[_name(row["file"])] for row in golds if _name(row["file"]) in by_name}
        #: The id in the truth of each document of the record.
        self.number = {row["id"]: name for name, row in self.documents.items()}
        self._files = {row["id"]: row["file"] for row in golds}
        self._said: dict[str, list[Row]] = defaultdict(list)
        for row in record["assertions"]:
            if row.get("claim_id") and row["document_id"] in self.number:
                self._said[self.number[row["document_id"]]].append(row)

    @cached_property
    def statements(self) -> list[tuple[str, Row | None]]:
        """Each statement's claim in the truth, and the assertion that covers it best.

        Of assertions that cover it equally well the one whose claim holds most of that claim is taken.
        """
        options: dict[int, tuple[str, list[Row]]] = {}
        asked = [(claim["id"], row) for claim in self.truth["claims"] for row in claim["statements"]]
        by_doc: dict[str, list[int]] = defaultdict(list)
        for at, (_, row) in enumerate(asked):
            by_doc[row["doc"]].append(at)
        for doc, places in by_doc.items():
            covers = _Covers(self._text(doc), self._said.get(doc, ()))
            for at in places:
                claim, row = asked[at]
                options[at] = (claim, covers.best(row, self._seen(doc) if "span" in row and covers.is_asked else ""))
        votes: dict[tuple[str, str], float] = defaultdict(float)
        for claim, rows in options.values():
            for found in rows:
                votes[claim, found["claim_id"]] += 1 / len(rows)
        return [
            (claim, min(rows, key=lambda row: (-votes[claim, row["claim_id"]], row["id"])) if rows else None)
            for claim, rows in (options[at] for at in range(len(asked)))
        ]

    def _text(self, doc: str) -> str:
        return (self.documents[doc].get("text") or "") if doc in self.documents else ""

    def _seen(self, doc: str) -> str:
        return shown_file(self._story / self._files[doc]).text

    @cached_property
    def claims(self) -> list[Found]:
        """Each claim of the truth with the claim of the record that holds most of its statements."""
        held: dict[str, Counter[str]] = defaultdict(Counter)
        for claim, row in self.statements:
            if row is not None:
                held[claim][row["claim_id"]] += 1
        all_held = Counter(home for counts in held.values() for home in counts.elements())
        rows = {row["id"]: row for row in self.record["claims"]}
        found = []
        for gold in self.truth["claims"]:
            counts = held[gold["id"]]
            # Of two that hold as many, the one that holds less of other claims.
            best = min(counts, key=lambda home: (-counts[home], all_held[home], home), default=None)
            found.append(Found(gold, rows.get(best or ""), counts[best] if best else 0))
        return found


class _Covers:
    """The assertions of one report, as the words that they cover."""

    def __init__(self, text: str, rows: Sequence[Row]) -> None:
        self._text = Text(text)
        self._rows = [(self._text.words((s["start"], s["end"]) for s in row["spans"]), row) for row in rows]
        self.is_asked = bool(text)

    def best(self, statement: Row, seen: str) -> list[Row]:
        """The assertions that share most of all their words with a statement, wherever its words stand."""
        words = statement["content"]
        places = self._text.nearest(words, *around(seen, statement["span"])) if seen else self._text.find(words)
        scored = [(self._share(covered, place), row) for place in places for covered, row in self._rows]
        most = max((share for share, _ in scored), default=0.0)
        return [row for share, row in scored if share == most > 0]

    def _share(self, covered: frozenset[int], place: tuple[int, int]) -> float:
        wanted = self._text.words([place])
        both = len(covered & wanted)
        if not both or both < LEAST * min(len(covered), len(wanted)):
            return 0.0
        return both / len(covered | wanted)


def _name(path: str) -> str:
    """The file name of a path or address."""
    return PurePosixPath(path.replace("\\", "/").split("?")[0]).name
