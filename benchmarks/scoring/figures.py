"""The figures of a record beside a truth, in per cent, and those of tools that only count."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from benchmarks.scoring.matching import Found, Match, Row


def percent(hits: int, of: int) -> float:
    """A share in per cent; 0 of 0 is all."""
    return round(100 * hits / of, 1) if of else 100.0


def f1(right: int, said: int, true: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return percent(2 * right, said + true)


def is_recycled(gold: Row) -> bool:
    """Whether at most one voice makes a claim, and several reports state it."""
    return gold["independent_voices"] <= 1 and len({row["doc"] for row in gold["statements"]}) > 1


def balanced(golds: Sequence[Row], exact: set[str]) -> tuple[float, float, float]:
    """How many counts are right: of one voice in several reports, of several voices, and the mean of the two.

    The same answer to everything gets at most half of it, so that nobody looks good who does not look.
    """
    recycled = [gold["id"] for gold in golds if is_recycled(gold)]
    several = [gold["id"] for gold in golds if gold["independent_voices"] > 1]
    shares = [percent(len(exact.intersection(ids)), len(ids)) for ids in (recycled, several)]
    return shares[0], shares[1], round(sum(shares) / 2, 1)


def voices(found: Sequence[Found]) -> dict[str, float]:
    """How well voices are counted, and the two errors that harm whoever relies on it."""
    told = [(one.gold["id"], one.voices, one.true) for one in found if one.voices]
    exact = {key for key, count, true in told if count["best"] == true}
    shares = balanced([one.gold for one in found], exact)
    single = [count["best"] for _, count, true in told if true <= 1]
    many = [count["best"] for _, count, true in told if true > 1]
    n_within = sum(count["low"] <= true <= count["high"] for _, count, true in told)
    return {
        "claims held together, %": percent(len(told), len(found)),
        "voices exact, of all claims, %": percent(len(exact), len(found)),
        "voices exact, one voice in several reports, %": shares[0],
        "voices exact, several, %": shares[1],
        "voices balanced, %": shares[2],
        "voices within range, of all claims, %": percent(n_within, len(found)),
        "voices within range, of claims held together, %": percent(n_within, len(told)),
        "alarm, false independence, %": percent(sum(best > 1 for best in single), len(single)) if single else 0.0,
        "alarm, false merge, %": percent(sum(best <= 1 for best in many), len(many)) if many else 0.0,
    }


def statements(match: Match) -> dict[str, float]:
    """Statements found, and B-cubed of them by claim."""
    n_found = sum(row is not None for _, row in match.statements)
    return {
        "statements found, %": percent(n_found, len(match.statements)),
        "statements by claim, B-cubed F1": _b_cubed(
            [(a, row["claim_id"] if row else None) for a, row in match.statements]
        ),
    }


def _b_cubed(pairs: Sequence[tuple[str, str | None]]) -> float:
    """B-cubed F1 of items as (true group, said group); an item that was not found counts against recall."""
    true: dict[str, list[str | None]] = defaultdict(list)
    said: dict[str | None, list[str]] = defaultdict(list)
    for one, other in pairs:
        true[one].append(other)
        said[other].append(one)
    met = [(one, other) for one, other in pairs if other is not None]
    if not met:
        return 0.0
    precision = sum(said[other].count(one) / len(said[other]) for one, other in met) / len(met)
    recall = sum(true[one].count(other) / len(true[one]) for one, other in met) / len(pairs)
    return round(200 * precision * recall / (precision + recall), 1)


def conflicts(match: Match) -> dict[str, float]:
    """Conflicts found, and of those said between claims that hold something of the truth, the right ones."""
    inside: dict[str, set[str]] = defaultdict(set)
    for claim, row in match.statements:
        if row is not None:
            inside[row["claim_id"]].add(claim)
    gold = {frozenset((row["a"], row["b"])) for row in match.truth["conflicts"]}
    met, n_said, n_right = set[frozenset[str]](), 0, 0
    for row in match.record["conflicts"]:
        left, right = inside.get(row["left_claim_id"]), inside.get(row["right_claim_id"])
        if left and right:
            hits = {frozenset(pair) for pair in product(left, right)} & gold
            met, n_said, n_right = met | hits, n_said + 1, n_right + bool(hits)
    recall, precision = percent(len(met), len(gold)), percent(n_right, n_said) if n_said else 0.0
    both = recall + precision
    return {
        "conflicts found, %": recall,
        "conflicts, F1": round(2 * recall * precision / both, 1) if both else 0.0,
    }


def _pairs(match: Match) -> Iterator[tuple[str, str, bool]]:
    for row in match.record["derivations"]:
        child, parent = match.number.get(row["child_document_id"]), match.number.get(row["parent_document_id"])
        if child and parent:
            yield child, parent, row.get("direction") != "unknown"


def copies(match: Match) -> dict[str, float]:
    """Reports made from one another: pairs, and who took from whom where that is told."""
    gold = {(row["child"], row["parent"]) for row in match.truth["derivations"] if row["parent"] in match.documents}
    pairs = {frozenset(way) for way in gold}
    said = {frozenset((child, parent)) for child, parent, _ in _pairs(match)}
    told = {(child, parent) for child, parent, is_told in _pairs(match) if is_told}
    met = {way for way in told if frozenset(way) in pairs}
    return {
        "derivation pairs, F1": f1(len(pairs & said), len(said), len(pairs)),
        "direction right where told, %": percent(len(met & gold), len(met)),
    }


#: What tools answer that only count, if somebody gave them the claims: the count of each claim.
BASELINES: Mapping[str, Callable[[Row, Mapping[str, Any]], int]] = {
    "always one voice": lambda _gold, _outlets: 1,
    "count the reports": lambda gold, _outlets: len({row["doc"] for row in gold["statements"]}),
    "count the outlets": lambda gold, outlets: len({outlets[row["doc"]] for row in gold["statements"]}),
}


def baseline(truth: Mapping[str, Any], name: str) -> dict[str, float]:
    """The figures of a tool that only counts, on claims that are put together without a fault."""
    outlets = {row["id"]: row["outlet"] for row in truth["documents"]}
    found = []
    for gold in truth["claims"]:
        n = BASELINES[name](gold, outlets)
        claim = {"voices": {"low": n, "best": n, "high": n}}
        found.append(Found(gold, claim, len(gold["statements"])))
    return voices(found)
