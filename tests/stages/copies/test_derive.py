"""Direct parents: nearest first, forebears left out, several parents merged."""

from dataclasses import replace

from woozle.model.values import Reason
from woozle.stages.copies.derive import derivation, parents_of
from woozle.stages.copies.rows import Tie, WordRange


def tie(parent: str, *shared: tuple[int, int], kind: str = "edited", score: float = 0.5, credit: str = "") -> Tie:
    return Tie(
        left_id=parent,
        left_outlet=parent.upper(),
        came_out="9999",
        right_id="child",
        passages=(),
        kind=kind,
        direction="known",
        is_credited=bool(credit),
        credit=credit,
        score=score,
        weight=score,
        shared=tuple(WordRange(*item) for item in shared),
        named=(),
        reasons=(),
        retold=(),
    )


def because(found: Tie, feature: str) -> Tie:
    return replace(found, reasons=(Reason(feature, "", 1.0),))


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


def test_a_credit_in_copied_words_is_the_parents() -> None:
    named = replace(tie("named", kind="paraphrase", credit="Echo"), named=(WordRange(40, 42),))
    assert parents(tie("near", (0, 100)), named) == {"near": "edited"}
    assert parents(tie("near", (50, 100)), named) == {"near": "merged", "named": "merged"}


def test_words_that_many_had_come_from_nobody_in_particular() -> None:
    old = [because(tie(name, (0, 9), kind="quotation"), "old_words") for name in ("a", "b", "c")]
    assert parents(*old[:2]) == {"a": "quotation"}
    assert parents(*old) == {}
    said = because(tie("d", (0, 9), kind="quotation"), "said_to_parent")
    assert parents(said) == {"d": "quotation"}
    assert parents(said, tie("e", (0, 9), kind="")) == {}


def test_of_equal_parents_the_earlier_is_taken() -> None:
    later, earlier = (replace(tie(name, (0, 90)), came_out=day) for name, day in (("a", "2031-02"), ("b", "2031-01")))
    assert parents(later, earlier) == {"b": "edited"}


def test_a_correction_puts_nothing_together() -> None:
    own = because(tie("own", kind="paraphrase", credit="Own"), "own_report")
    other = tie("other", kind="paraphrase", credit="Echo")
    assert parents(own, other) == {"own": "paraphrase", "other": "paraphrase"}


def test_the_order_of_ties_does_not_matter() -> None:
    ties = [tie("one", (0, 50)), tie("two", (50, 100)), tie("three", (20, 60))]
    assert sorted(parents(*ties)) == sorted(parents(*reversed(ties)))
    assert derivation(ties[0]).child_document_id == "child"
