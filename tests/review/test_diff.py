"""What changed between two runs: claims are known again by what they hold."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.model.runs import Run, RunClaim, RunConflict, RunContent, RunReport
from woozle.model.values import Range
from woozle.review.diff import Difference, difference, matched

RUNS = (Run("g1", 1, "2024-05-07", "1", 0, 0, 0), Run("g2", 2, "2024-05-08", "1", 0, 0, 0))


def claim(name: str, *assertions: int, reports: int = 1, voices: int = 1) -> RunClaim:
    return RunClaim(name, f"words of {name}", reports, 1, Range(0, voices, voices), tuple(sorted(assertions)))


def compare(old: list[RunClaim], new: list[RunClaim], *clashes: RunConflict) -> Difference:
    """With one conflict in each run, if they are given."""
    kept = [clashes[:1], clashes[1:]]
    return difference(RUNS, *(RunContent((), tuple(rows), some) for rows, some in zip((old, new), kept, strict=True)))


def test_a_claim_with_another_id_is_known_by_its_assertions() -> None:
    found = compare([claim("a", 1, 2, 3)], [claim("b", 1, 2, 3, 4, reports=2, voices=2)])
    assert (found.claims_new, found.claims_gone) == ((), ())
    (changed,) = found.claims_changed
    assert (changed.id, changed.old_id, changed.text) == ("b", "a", "words of b")
    assert changed.before is not None
    assert changed.after is not None
    assert (changed.before.reports, changed.after.reports, changed.after.voices.best) == (1, 2, 2)


def test_a_claim_that_is_split_and_one_that_is_taken_in_say_with_which() -> None:
    split = compare([claim("a", 1, 2, 3, 4, 5)], [claim("a", 1, 2, 3), claim("b", 4, 5, 6, 7, 8)])
    assert [(row.id, row.others) for row in split.claims_new] == [("b", ("a",))]
    taken = compare([claim("a", 1, 2, 3), claim("b", 4)], [claim("a", 1, 2, 3, 4, reports=2)])
    assert [(row.id, row.others) for row in taken.claims_gone] == [("b", ("a",))]
    assert [row.id for row in taken.claims_changed] == ["a"]


def test_half_of_a_claim_is_not_that_claim() -> None:
    assert matched([claim("a", 1, 2)], [claim("b", 2, 3)]) == {}
    assert matched([claim("a", 1, 2, 3)], [claim("b", 2, 3, 4)]) == {"a": "b"}


def test_a_conflict_is_the_same_whatever_the_ids_of_its_claims() -> None:
    old = [claim("a", 1), claim("b", 2)]
    new = [claim("c", 1), claim("b", 2)]
    was = RunConflict("k1", "a", "b", "denial")
    assert compare(old, new, was, RunConflict("k2", "b", "c", "denial")).is_empty
    found = compare(old, new, was, RunConflict("k2", "b", "c", "figure"))
    assert [(row.id, row.kind) for row in found.conflicts_new] == [("k2", "figure")]
    assert [(row.id, row.left, row.right) for row in found.conflicts_gone] == [("k1", "words of a", "words of b")]


def test_reports_come_and_go() -> None:
    one, other = RunReport("d1", "b.txt", None, None), RunReport("d2", "a.txt", None, None)
    found = difference(RUNS, RunContent((one,), (), ()), RunContent((other,), (), ()))
    assert (found.reports_added, found.reports_gone) == ((other,), (one,))


@st.composite
def _claims(draw: st.DrawFn) -> list[RunClaim]:
    """Up to six claims that share no assertion."""
    homes = draw(st.lists(st.integers(0, 5), max_size=20))
    letter = draw(st.sampled_from("xy"))
    return [
        claim(f"{letter}{home}", *(at for at, one in enumerate(homes) if one == home)) for home in sorted(set(homes))
    ]


@given(_claims(), _claims())
def test_every_claim_is_new_gone_or_known_and_back_is_the_reverse(old: list[RunClaim], new: list[RunClaim]) -> None:
    found, back = compare(old, new), compare(new, old)
    same = matched(old, new)
    assert len(set(same.values())) == len(same)
    assert {row.id for row in found.claims_new} == {row.id for row in new} - set(same.values())
    assert {row.id for row in found.claims_gone} == {row.id for row in old} - set(same)
    assert compare(old, old).is_empty
    assert len(back.claims_new) == len(found.claims_gone)
    assert len(back.claims_gone) == len(found.claims_new)


@given(_claims(), _claims(), st.randoms())
def test_the_order_of_claims_does_not_matter(old: list[RunClaim], new: list[RunClaim], chance: object) -> None:
    shuffled = [old[:], new[:]]
    for rows in shuffled:
        chance.shuffle(rows)  # type: ignore[attr-defined]
    assert compare(*shuffled) == compare(old, new)
