"""Scores the record of our own story, the raid on Olmenets, against its truth: voices, copies, claims, conflicts."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import woozle
from woozle.model.records import Assertion, Claim, Conflict, Derivation, Document

NAME = "story: the raid on Olmenets"
STORY = Path(__file__).resolve().parents[1] / "stories" / "border"
#: An assertion states a statement if they share this part of the shorter of the two.
LEAST = 0.3
_SIGNS = str.maketrans("“”„’‘—–\u00a0", '"""\'\'-- ')


@dataclass(frozen=True, slots=True)
class Found:
    """A claim of the truth, the claim of the record that holds most of its statements, and how many it holds."""

    gold: Mapping[str, Any]
    claim: Claim | None
    n_held: int

    @property
    def is_held(self) -> bool:
        """Whether more than half of its statements stand in the one claim of the record."""
        return self.claim is not None and 2 * self.n_held > len(self.gold["statements"])


def place(text: str, words: str) -> tuple[int, int] | None:
    """Where some words stand in a text, whatever the white space and the shape of quotation marks and dashes."""
    parts = [re.escape(part) for part in words.translate(_SIGNS).split()]
    match = re.search(r"\s+".join(parts), text.translate(_SIGNS), re.IGNORECASE) if parts else None
    return match.span() if match else None


def share(one: tuple[int, int], spans: Sequence[tuple[int, int]]) -> float:
    """How much of the shorter of a stretch and some spans lies in both."""
    common = sum(max(0, min(one[1], end) - max(one[0], start)) for start, end in spans)
    return common / max(1, min(one[1] - one[0], sum(end - start for start, end in spans)))


class Record:
    """What the scorer asks of a record, by the number of each report's file."""

    def __init__(self, case: "woozle.Case") -> None:
        book = case.record()
        self.documents = {Path(row.input).stem: row for row in book.rows(Document)}
        self.number = {row.id: name for name, row in self.documents.items()}
        self.claims = {row.id: row for row in book.rows(Claim)}
        self.conflicts = book.rows(Conflict)
        self.derivations = book.rows(Derivation)
        self._said: dict[str, list[Assertion]] = {}
        for row in book.rows(Assertion):
            self._said.setdefault(self.number[row.document_id], []).append(row)

    def claim_of(self, doc: str, words: str) -> str | None:
        """The claim of the assertion that covers a statement best."""
        document = self.documents.get(doc)
        span = place(document.text, words) if document else None
        if span is None:
            return None
        scored = [(share(span, [(s.start, s.end) for s in row.spans]), row) for row in self._said.get(doc, ())]
        best = max(scored, key=lambda pair: (pair[0], pair[1].id), default=None)
        return best[1].claim_id if best and best[0] >= LEAST else None


def match(record: Record, truth: Mapping[str, Any]) -> list[Found]:
    """Each claim of the truth with the claim of the record that holds most of its statements."""
    found = []
    for gold in truth["claims"]:
        homes = Counter(filter(None, (record.claim_of(s["doc"], s["content"]) for s in gold["statements"])))
        best = min(homes, key=lambda home: (-homes[home], home), default=None)
        found.append(Found(gold, record.claims.get(best or ""), homes[best] if best else 0))
    return found


def percent(hits: int, of: int) -> float:
    """A share in per cent; 0 of 0 is all."""
    return round(100 * hits / of, 1) if of else 100.0


def f1(hits: int, said: int, true: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return percent(2 * hits, said + true)


def _pairs(record: Record) -> Iterator[frozenset[str]]:
    for row in record.derivations:
        if row.parent_document_id is not None:
            yield frozenset((record.number[row.child_document_id], record.number[row.parent_document_id]))


def _copies(record: Record, truth: Mapping[str, Any]) -> dict[str, float]:
    gold = {frozenset((row["child"], row["parent"])) for row in truth["derivations"]}
    said = set(_pairs(record))
    ways = {(row["child"], row["parent"]) for row in truth["derivations"]}
    told = {
        (record.number[row.child_document_id], record.number[row.parent_document_id])
        for row in record.derivations
        if row.parent_document_id is not None and row.direction != "unknown"
    }
    met = {way for way in told if frozenset(way) in gold}
    return {
        "derivation pairs, F1": f1(len(gold & said), len(said), len(gold)),
        "direction right where told, %": percent(len(met & ways), len(met)),
    }


def _key_claims(found: Sequence[Found]) -> dict[str, float]:
    """What the story was written to show: one interview recycled by six outlets, two reporters who saw one thing."""
    by_label = {one.gold["label"]: one for one in found}
    interview, fire = by_label["forty_prisoners"], by_label["lorries_burning"]
    held = interview.n_held if interview.claim and interview.claim.voices.best == 1 else 0
    return {
        "recycled interview held as one voice, %": percent(held, len(interview.gold["statements"])),
        "two witnesses counted as two, %": percent(int(bool(fire.claim and fire.claim.voices.best == 2)), 1),
    }


def _conflicts(found: Sequence[Found], record: Record, truth: Mapping[str, Any]) -> float:
    homes = {one.gold["id"]: one.claim.id for one in found if one.claim}
    said = {frozenset((row.left_claim_id, row.right_claim_id)) for row in record.conflicts}
    wanted = [frozenset((homes.get(row["a"], ""), homes.get(row["b"], ""))) for row in truth["conflicts"]]
    return percent(sum(pair in said for pair in wanted), len(wanted))


def score(case: "woozle.Case", truth: Mapping[str, Any]) -> dict[str, float]:
    """All figures, in per cent."""
    record = Record(case)
    found, golds = match(record, truth), truth["claims"]
    held = [one for one in found if one.is_held]
    voices = [(one.claim.voices, one.gold["independent_voices"]) for one in held if one.claim]
    several = [best for best, true in voices if true > 1]
    statements = [s for gold in golds for s in gold["statements"]]
    dated = [row for row in truth["documents"] if row["published"]]
    days = {name: (row.published.start or "")[:10] for name, row in record.documents.items() if row.published}
    n_stated = sum(record.claim_of(s["doc"], s["content"]) is not None for s in statements)
    return {
        "reports read, %": percent(len(record.documents), len(truth["documents"])),
        "published right, %": percent(sum(days.get(row["id"]) == row["published"] for row in dated), len(dated)),
        "statements found, %": percent(n_stated, len(statements)),
        "claims held together, %": percent(len(held), len(golds)),
        "voices exact, of all claims, %": percent(sum(v.best == true for v, true in voices), len(golds)),
        "voices within range, of all claims, %": percent(sum(v.low <= t <= v.high for v, t in voices), len(golds)),
        "alarm, one voice counted as several, %": percent(sum(v.best > 1 for v, t in voices if t == 1), len(golds)),
        "several voices seen as several, %": percent(sum(v.best > 1 for v in several), len(several)),
        **_key_claims(found),
        "conflicts found, %": _conflicts(found, record, truth),
        "alarm, faults found by verify": float(len(case.verify().faults)),
        **_copies(record, truth),
    }


def measure(made: Path) -> dict[str, float]:
    """Run the story in a new case under `made`, and score it."""
    case = woozle.Case.create(made / "border.woozle")
    case.add(STORY / "articles")
    case.run()
    return score(case, json.loads((STORY / "truth.json").read_text("utf-8")))
