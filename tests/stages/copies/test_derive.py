"""Direct parents: nearest first, forebears left out, several parents merged."""

from woozle.stages.copies.derive import derivation, parents_of
from woozle.stages.copies.rows import Tie, WordRange


def tie(parent: str, *shared: tuple[int, int], kind: str = "edited", score: float = 0.5, credit: str = "") -> Tie:
    ranges = tuple(WordRange(*item) for item in shared)
    return Tie(parent, parent.upper(), "child", (), kind, "known", bool(credit), credit, score, score, ranges, (), ())


def parents(*ties: Tie) -> dict[str, str]:
    return {found.left_id: found.kind for found in parents_of(ties)}


def test_a_forebear_whose_words_the_parent_has_too_is_left_out() -> None:
    assert parents(tie("old", (0, 60)), tie("near", (0, 100))) == {"near": "edited"}


def test_two_halves_are_merged() -> None:
    assert parents(tie("one", (0, 50)), tie("two", (50, 100))) == {"one": "merged", "two": "merged"}


def test_of_a_credited_outlet_the_report_that_tells_most_is_taken() -> None:
    one, other = tie("a", kind="paraphrase", score=0.1, credit="Echo"), tie("b", kind="paraphrase", credit="Echo")
    assert parents(one, other) == {"b": "paraphrase"}


def test_a_retelling_counts_only_without_a_better_parent() -> None:
    retold = tie("retold", kind="paraphrase")
    assert parents(retold) == {"retold": "paraphrase"}
    assert parents(retold, tie("near", (0, 100))) == {"near": "edited"}


def test_the_order_of_ties_does_not_matter() -> None:
    ties = [tie("one", (0, 50)), tie("two", (50, 100)), tie("three", (20, 60))]
    assert sorted(parents(*ties)) == sorted(parents(*reversed(ties)))
    assert derivation(ties[0]).child_document_id == "child"
