"""Scores the records of our own stories against their truths: voices, copies, claims, conflicts."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import woozle
from woozle.model.records import Assertion, Claim, Conflict, Derivation, Document

#: Our stories by the name of their figures: the folder of each under tests/stories.
STORIES = {
    "story: the raid on Olmenets": "border",
    "story: the dam on the Corrow": "reservoir",
    "story: the minister who did not go": "minister",
    "story: one observatory abroad": "monitor",
    "story: the fire in Mill Lane": "factory",
    "story: the slide on Mount Tollen": "landslide",
}
FOLDER = Path(__file__).resolve().parents[1] / "stories"
#: The mean of the figures that all of them have.
MEAN = "stories: mean of our six"
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


def _is_recycled(gold: Mapping[str, Any]) -> bool:
    """Whether one voice makes a claim, or none, and several reports state it."""
    return gold["independent_voices"] <= 1 and len({row["doc"] for row in gold["statements"]}) > 1


def _voices(found: Sequence[Found]) -> dict[str, float]:
    """How well voices are counted; the balanced share gives no constant answer more than half."""
    voices = [(one.claim.voices, one.gold["independent_voices"]) for one in found if one.is_held and one.claim]
    exact = {one.gold["id"] for one in found if one.is_held and one.claim and _best(one) == _true(one)}
    recycled = [one.gold["id"] for one in found if _is_recycled(one.gold)]
    several = [one.gold["id"] for one in found if _true(one) > 1]
    shares = [percent(len(exact.intersection(ids)), len(ids)) for ids in (recycled, several)]
    single = [v.best for v, true in voices if true <= 1]
    many = [v.best for v, true in voices if true > 1]
    return {
        "voices exact, of all claims, %": percent(len(exact), len(found)),
        "voices exact, one voice in several reports, %": shares[0],
        "voices exact, several, %": shares[1],
        "voices balanced, %": round(sum(shares) / 2, 1),
        "voices within range, of all claims, %": percent(sum(v.low <= t <= v.high for v, t in voices), len(found)),
        "alarm, false independence, %": percent(sum(best > 1 for best in single), len(single)) if single else 0.0,
        "alarm, false merge, %": percent(sum(best <= 1 for best in many), len(many)) if many else 0.0,
    }


def _best(one: Found) -> int:
    return one.claim.voices.best if one.claim else 0


def _true(one: Found) -> int:
    return int(one.gold["independent_voices"])


def score(case: "woozle.Case", truth: Mapping[str, Any]) -> dict[str, float]:
    """All figures that every story has, in per cent."""
    record = Record(case)
    found, golds = match(record, truth), truth["claims"]
    statements = [s for gold in golds for s in gold["statements"]]
    dated = [row for row in truth["documents"] if row["published"]]
    days = {name: (row.published.start or "")[:10] for name, row in record.documents.items() if row.published}
    outlets = {name: (row.outlet or "").casefold() for name, row in record.documents.items()}
    n_stated = sum(record.claim_of(s["doc"], s["content"]) is not None for s in statements)
    named = sum(outlets.get(row["id"]) == row["outlet"].casefold() for row in truth["documents"])
    return {
        "reports read, %": percent(len(record.documents), len(truth["documents"])),
        "published right, %": percent(sum(days.get(row["id"]) == row["published"] for row in dated), len(dated)),
        "outlet right, %": percent(named, len(truth["documents"])),
        "statements found, %": percent(n_stated, len(statements)),
        "claims held together, %": percent(sum(one.is_held for one in found), len(golds)),
        **_voices(found),
        "conflicts found, %": _conflicts(found, record, truth),
        "alarm, faults found by verify": float(len(case.verify().faults)),
        **_copies(record, truth),
    }


def measure(name: str, made: Path) -> dict[str, float]:
    """Run a story in a new case under `made`, and score it."""
    folder = FOLDER / STORIES[name]
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    case = woozle.Case.create(made / f"{folder.name}.woozle")
    case.add(folder / "articles")
    case.run()
    found = score(case, truth)
    return found | _key_claims(match(Record(case), truth)) if folder.name == "border" else found


def mean(figures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The mean of each figure over all stories."""
    rows = [figures[name] for name in STORIES]
    return {name: round(sum(row[name] for row in rows) / len(rows), 1) for name in rows[-1]}


def figures(is_wanted: Callable[[str], bool], made: Path) -> dict[str, dict[str, float]]:
    """The figures of the stories that are wanted; of all six their mean too."""
    found = {name: measure(name, made) for name in STORIES if is_wanted(name)}
    return found | {MEAN: mean(found)} if len(found) == len(STORIES) else found
